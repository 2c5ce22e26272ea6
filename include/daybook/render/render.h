// A table, printed. One function a format, each in src/render/<format>.cpp; a renderer knows tables and
// nothing else, takes any table (none at all, no rows, rows that are short of cells) and cannot fail. The
// same table gives the same bytes. A text ends with a line feed, unless it is empty.
//
// Each is there twice: one hands the text on piece by piece, so that it never stands in memory as a whole,
// and goes no further when no more is wanted; the other answers it whole. Many rows are printed on every
// processor, a piece at a time; what takes the pieces is called on these threads, one call at a time.
//
// Control characters, bidirectional controls and line separators are never printed raw, save in CSV, which is
// data: text, Markdown and HTML show them as `\x1b` or `\u202e`, JSON writes its own escape. Bytes that are
// not UTF-8 come out as U+FFFD.
#pragma once

#include <string>

#include "daybook/base/take_text.h"
#include "daybook/table/table.h"

namespace daybook {

struct TextOptions {
  int width = 0;  // columns of the terminal; 0 = one line a row, however long
};

// For a terminal: columns aligned by display width. Where they do not fit they are wrapped, each in its own
// width; where the terminal is too narrow even for that, each row is a block of `heading: text` lines. No
// line is wider than `width` when that is 40 or more. Of a table of many rows about a thousand, spread
// evenly, say how wide its columns are: where a rare id is wider, it stands above its row, and a rare number
// runs on.
void render_text(const Table& table, const TextOptions& options, const TakeText& take);
std::string render_text(const Table& table, const TextOptions& options = {});

struct CsvOptions {
  bool byte_order_mark = true;  // without it Excel takes Chinese for the code page of the machine
};

// RFC 4180, lines end in CR LF. Columns: `id` where a row has one, `section` where a section has a heading,
// then those of the table. Rows only: no title, footnotes, notes or further tables, and headings without
// their marks. A mark in a cell stays, as a letter after a space. A cell that a spreadsheet would run as a
// formula gets an apostrophe in front; a number such as -3 does not.
void render_csv(const Table& table, const CsvOptions& options, const TakeText& take);
std::string render_csv(const Table& table, const CsvOptions& options = {});

// {"annex", "edition", "title", "columns": [heading…], "column_marks": {heading: mark}, "sections":
// [{"heading", "mark", "rows": [{"id", "cells": [text…]}]}], "footnotes": {mark: text}, "abbreviations",
// "notes": [text…]}, with one row a line; then, where there are any, "tables": [{"title", "columns", "rows":
// [[text…]]}]. Headings are without their mark; a mark in a cell is a letter after
// a space.
void render_json(const Table& table, const TakeText& take);
std::string render_json(const Table& table);

// Any tree: the members of the outermost object and the objects of its lists a line each, the rest inline.
void render_json(const Value& value, const TakeText& take);
std::string render_json(const Value& value);

// GitHub's Markdown: a table for each section, under the section's heading.
void render_markdown(const Table& table, const TakeText& take);
std::string render_markdown(const Table& table);

// One complete page that fetches nothing and runs nothing, ruled as the United Nations rules its tables, for
// screen and A4. A row's id is the `id` of its element, so that `#id` leads to it; where an id comes twice,
// to the first.
void render_html(const Table& table, const TakeText& take);
std::string render_html(const Table& table);

}  // namespace daybook
