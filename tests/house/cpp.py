"""As much C++ as the house rules need: text without comments and strings, and where functions begin and end."""
import re

TOKEN = re.compile(
    r"""(?P<comment>//(?:\\\n|[^\n])*|/\*.*?\*/)
      | (?P<raw>(?<![A-Za-z0-9_])(?:u8|[uUL])?R"(?P<fence>[^()\\\s]{0,16})\(.*?\)(?P=fence)")
      | (?P<string>"(?:\\.|[^"\\\n])*")
      | (?P<number>(?<![A-Za-z0-9_])\.?[0-9](?:'?[A-Za-z0-9_.])*)
      | (?P<char>'(?:\\.|[^'\\\n])+')
      | (?P<directive>^[ \t]*\#(?:\\\n|[^\n])*)""",
    re.VERBOSE | re.DOTALL | re.MULTILINE)

# What opens a brace that holds declarations rather than statements; `template <class T>` is not a class.
SCOPE = re.compile(r'(?:^|[^<,(\s])\s*\b(?:namespace|class|struct|union|enum|TEST_SUITE)\b|\bextern\s*""\s*$')
# What can stand before the brace of a body: parameters, then qualifiers, a type or initialisers; or `[captures]`.
BODY = re.compile(r"\)(?!\s*[,>])[^=)]*$|(?<!\w)\[[^\]]*\]\s*(?:mutable\s*)?$")


def without_comments_and_strings(text):
    """The same text, line for line, with comments and directives blank and every literal empty."""
    def blank(found):
        newlines = "\n" * found[0].count("\n")
        if found["number"]:
            return found[0].replace("'", "")
        if found["comment"] or found["directive"]:
            return " " + newlines
        return ("''" if found["char"] else '""') + newlines

    return TOKEN.sub(blank, text)


def functions(text):
    """(first line, last line, name) of each function body; a lambda counts to the function around it."""
    bare = without_comments_and_strings(text)
    scopes = []  # for each open brace: True when declarations stand in it
    body_depth = None  # the number of open braces outside the body that is being read
    head_start, first = 0, 0
    for brace in re.finditer(r"[{};]", bare):
        at, mark = brace.start(), brace[0]
        if mark == "{":
            head_start = after_macro_call(bare, head_start, at)
            head = bare[head_start:at]
            if body_depth is None and all(scopes) and not SCOPE.search(head) and BODY.search(head):
                body_depth, first = len(scopes), head_start + len(head) - len(head.lstrip())
                name = name_in(head)
            scopes.append(bool(SCOPE.search(head)) and body_depth is None)
            head_start = at + 1
        elif mark == "}":
            if scopes:
                scopes.pop()
            head_start = at + 1
            # `Log() : path_{p}, size_{0} {`: a brace or a comma after the initialiser: the body is yet to come.
            if len(scopes) == body_depth and not re.match(r"\s*[{,]", bare[at + 1:at + 200]):
                body_depth = None
                yield bare.count("\n", 0, first) + 1, bare.count("\n", 0, at) + 1, name
        elif len(scopes) == body_depth:  # `static_assert([] { ... }, "why");`
            body_depth, head_start = None, at + 1
            yield bare.count("\n", 0, first) + 1, bare.count("\n", 0, at) + 1, name
        elif body_depth is None:
            head_start = at + 1


def after_macro_call(bare, start, end):
    """Past a macro call that stands by itself, without a semicolon, before a declaration."""
    macro = re.compile(r"\s*[A-Z][A-Z_]{3,}\s*\(").match(bare, start, end)
    if not macro:
        return start
    open_brackets, at = 1, macro.end()
    while open_brackets and at < end:
        open_brackets += {"(": 1, ")": -1}.get(bare[at], 0)
        at += 1
    return at if re.match(r"\s*\w", bare[at:end]) else start  # else it is the head itself: TEST_CASE("...") {


def name_in(head):
    """The last name before the first bracket, for a message."""
    found = re.search(r"([~\w:]+|operator[^\s(]+)\s*\(", head)
    return found[1] if found else "a lambda"
