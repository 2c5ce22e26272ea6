#include "writing_arguments.h"

#include <fmt/format.h>

namespace daybook {

std::string list_of(std::span<const std::string_view> names) {
  return fmt::format("{}", fmt::join(names, " "));
}

void add_writing(CLI::App& app, Arguments& arguments) {
  auto& init = *app.add_subcommand("init", "make an empty log");
  init.footer("Example:\n  daybook --log 1540.db init");

  auto& import = *app.add_subcommand("import", "take records from CSV files, whole or not at all");
  import.add_option("PATH", arguments.paths, "files, or folders of .csv files")->required();
  import.add_flag("--dry-run", arguments.dry_run, "say what would happen and write nothing");
  import.add_option("--rejects", arguments.rejects_file, "write rows in error here, to be corrected")
      ->type_name("FILE");
  import.add_flag("--events", arguments.events, "a file of events, as export --events prints them; alone");
  import.footer(
      "Importing the same again changes nothing. With rows in error nothing lands; correct them in the file\n"
      "of rejects and import it after the files they come from: a later file's row replaces an earlier "
      "one's.\n"
      "Example:\n  daybook import records/S-2022-899 --dry-run\n"
      "  daybook import records/S-2022-899 rejects.csv");

  auto& record = *app.add_subcommand("record", "record one thing that happened");
  record.require_subcommand(1);
  auto& activity = *record.add_subcommand("activity", "record one activity; what is not given is asked for");
  ActivityForm& form = arguments.form;
  activity.add_option("--date", form.dates, "2022-06-02, 2022年6月2日, 2022年6月2-3日 …")->type_name("DATES");
  activity.add_option("--place", form.place, "维也纳, 新西兰奥克兰, 虚拟会议, 混合会议，维也纳 …")
      ->type_name("PLACE");
  activity.add_option("--title", form.title_zh, "title in Chinese")->type_name("TEXT");
  activity.add_option("--title-en", form.title_en, "title in English")->type_name("TEXT");
  activity.add_option("--organizers", form.organizers, "欧安组织、裁军事务厅 d …")->type_name("LIST");
  activity.add_option("--participants", form.participants, "as the organizers; may be left out")
      ->type_name("LIST");
  activity.add_option("--kind", form.kind, list_of(EnumNames<Kind>::names))->type_name("KIND");
  activity.add_option("--audience", form.audience, list_of(EnumNames<Audience>::names))
      ->type_name("AUDIENCE");
  activity.add_option("--states", form.states, "States served, joined by ;")->type_name("LIST");
  activity.add_option("--regions", form.regions, list_of(region_codes))->type_name("LIST");
  activity.add_option("--source", arguments.source, "where it is taken from (firsthand)")->type_name("TEXT");
  activity.add_flag("--yes", arguments.yes, "do not ask for a confirmation");
  activity.add_flag("--dry-run", arguments.dry_run, "show what was understood and write nothing");
  activity.footer(
      "Example:\n  daybook record activity --date 2022年6月20-21日 --place 维也纳 --title 国家联络人会议 \\\n"
      "    --organizers '欧安组织、裁军事务厅 d' --kind outreach --audience member-states");
}

namespace {

void add_reason(CLI::App& command, Arguments& arguments) {
  command.add_option("--reason", arguments.reason, "why; required")->required()->type_name("TEXT");
  command.add_option("--source", arguments.source, "where it is taken from (firsthand)")->type_name("TEXT");
  command.add_flag("--dry-run", arguments.dry_run, "say what would change and write nothing");
}

void add_revision(CLI::App& command, Arguments& arguments) {
  command
      .add_option("--if-revision", arguments.if_revision,
                  "only if the activity's last event still has this revision (daybook log shows it)")
      ->type_name("N");
}

}  // namespace

void add_corrections(CLI::App& app, Arguments& arguments) {
  auto& amend = *app.add_subcommand("amend", "correct fields of an activity");
  amend.add_option("ID", arguments.id, "e.g. 2018-malabo-1")->required();
  amend
      .add_option(
          "--set", arguments.settings,
          "dates, place, title, title-en, organizers, participants, kind, audience, states or regions, "
          "in the words of record activity; nothing after = takes the field out")
      ->required()
      ->type_name("FIELD=VALUE")
      ->allow_extra_args(false);
  add_reason(amend, arguments);
  add_revision(amend, arguments);
  amend.footer(
      "Example:\n  daybook amend 2018-malabo-1 --set dates=2018年12月6-7日 --reason '附件十九的日期正确'");

  auto& withdraw =
      *app.add_subcommand("withdraw", "take an activity that should not be there out of every answer");
  withdraw.add_option("ID", arguments.id, "e.g. 2018-malabo-1")->required();
  add_reason(withdraw, arguments);
  add_revision(withdraw, arguments);
  withdraw.footer("Example:\n  daybook withdraw 2018-malabo-1 --reason '活动已取消'");

  auto& reinstate = *app.add_subcommand("reinstate", "let an activity that was withdrawn stand again");
  reinstate.add_option("ID", arguments.id, "e.g. 2018-malabo-1")->required();
  add_reason(reinstate, arguments);
  add_revision(reinstate, arguments);
  reinstate.footer("Example:\n  daybook reinstate 2018-malabo-1 --reason '活动并未取消'");

  auto& merge = *app.add_subcommand(
      "merge", "several entries are one activity: the first survives, all ids lead to it");
  merge.add_option("SURVIVOR", arguments.id, "the entry that is kept")->required();
  merge.add_option("OTHER", arguments.others, "the entries that are given up")->required();
  add_reason(merge, arguments);
  add_revision(merge, arguments);
  merge.footer("Example:\n  daybook merge 2018-malabo-1 2018-malabo-2 --reason '同一次访问录入两次'");

  auto& group = *app.add_subcommand("group", "several activities count as one, each keeps its entry");
  group.add_option("ID", arguments.others, "two or more")->required();
  group
      .add_option("--basis", arguments.basis,
                  "inferred (an editor's judgement) or source (a document says so)")
      ->required()
      ->check(CLI::IsMember({"inferred", "source"}))
      ->type_name("BASIS");
  add_reason(group, arguments);
  group.footer(
      "Example:\n  daybook group 2018-colombo-1 2018-colombo-2 --basis inferred --reason "
      "'同一讲习班的两部分'");

  auto& undo = *app.add_subcommand("undo", "take back what an event, a correction or a whole import did");
  undo.add_option("EVENT-OR-BATCH", arguments.id, "a position, the id of an event, or the id of a batch")
      ->required();
  add_reason(undo, arguments);
  undo.footer(
      "Nothing is removed: events are added that take it back, and they can be undone too.\n"
      "Example:\n  daybook undo 520 --reason '更正有误' --dry-run");
}

}  // namespace daybook
