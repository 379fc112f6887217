#include "generator/render.h"

#include <algorithm>

#include "generator/damage.h"
#include "generator/draw.h"
#include "generator/letters.h"
#include "generator/tables.h"

namespace scp::testing {
namespace {

const std::vector<std::string> kBullets{"- ", "+ ", "• ", "* ", "– ", ""};
constexpr std::size_t kPage = 100;  // columns of a page of fixed columns

std::string names_of(const std::vector<AgencyName>& agencies) {
  std::vector<std::string> names;
  for (const AgencyName& agency : agencies) names.push_back(agency.canonical);
  return joined(names, "; ");
}

std::string small_first(const std::string& text) {
  std::size_t end = 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return lower(text.substr(0, end)) + text.substr(end);
}

std::string two(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

class Writer {
 public:
  Writer(std::uint64_t seed, const Plan& plan, const Options& options, const Vocabulary& words)
      : seed_(seed), random_(seed, "render"), plan_(plan), o_(options), words_(words) {
    line_width_ = static_cast<std::size_t>(Random(seed, "line width").number(70, 90));
  }

  Rendered run() {
    choose_from_plan();
    complete_cells();
    header();
    if (o_.layout == kDirective)
      directive();
    else
      whole_plan();
    out_.identity = {{"kind", plan_.kind.values.at("kind")},
                     {"number", plan_.number},
                     {"issued_on", date("-")},
                     {"place", plan_.place},
                     {"issuer", plan_.issuer},
                     {"title", plan_.attached() ? promulgation() : plan_.title},
                     {"signer", plan_.signer}};
    out_.legacy = o_.legacy != 0;
    out_.bytes = damaged(std::move(out_.bytes), seed_, o_, words_);
    return std::move(out_);
  }

 private:
  const std::string& word(const std::string& name) const { return words_.word(name); }
  const std::string& some(const std::string& list) { return random_.pick(words_.list(list)); }

  void whole_plan() {
    if (plan_.attached())
      decision();
    else
      kind_and_title(upper(plan_.kind_name), plan_.title);
    if (!plan_.attached()) text(some("basis") + " " + plan_.issuer + " " + word("pursuant") + ":");
    goals();
    tasks_section();
    duties();
    if (!plan_.attached()) signature();
    if (o_.appendix) appendix();
  }

  // What the options make of the plan itself.
  void choose_from_plan() {
    if (o_.many) {
      for (PlannedGroup& group : plan_.more_groups) plan_.groups.push_back(std::move(group));
    }
    for (PlannedGroup& group : plan_.groups) {
      const PlannedTask* above = nullptr;
      for (PlannedTask& task : group.tasks) {
        task.same_lead = task.same_lead && (o_.merged & 1) && above;
        task.more = task.more && (o_.merged & 2);
        if (task.same_lead) set_leads(task, above->leads);
        above = &task;
      }
    }
    if (o_.layout != kDirective) return;
    plan_.kind.values["kind"] = word("directive_symbol");
    plan_.kind.values.erase("attached");
    plan_.kind_name = word("directive");
    const std::size_t slash = plan_.number.find('/');
    plan_.number.replace(slash + 1, plan_.number.find('-') - slash - 1, word("directive_symbol"));
    plan_.title = word("directive_title") + small_first(plan_.title);
    plan_.goals.clear();
  }
  static void set_leads(PlannedTask& task, const std::vector<AgencyName>& leads) {
    task.leads = leads;
    std::erase_if(task.coordinating, [&](const AgencyName& name) {
      return std::any_of(leads.begin(), leads.end(),
                         [&](const AgencyName& lead) { return lead.canonical == name.canonical; });
    });
  }

  // A flattened table shows no empty cell.
  void complete_cells() {
    if (o_.layout != kFlattened) return;
    for (PlannedGroup& group : plan_.groups) {
      for (PlannedTask& task : group.tasks) {
        if (!task.coordinating.empty()) continue;
        for (const std::string& name : words_.list("unknown_agency")) {
          if (name != task.leads[0].canonical && name != task.leads.back().canonical) {
            task.coordinating = {{name, name}};
            break;
          }
        }
      }
    }
  }

  // Paragraphs
  void line(const std::string& text) { out_.bytes += text + "\n"; }
  void gap() {
    if (!o_.tight) line("");
  }
  void heading(const std::string& text) {
    line(text);
    gap();
  }
  void flow(const std::string& paragraph) {
    if (o_.hard_wrap) {
      for (const std::string& part : wrapped(paragraph, line_width_)) line(part);
      return;
    }
    if (o_.layout != kFixed) return line(paragraph);
    for (std::string& part : wrapped("\x01    " + paragraph, kPage)) {
      if (part[0] == '\x01') part[0] = ' ';
      line(part);
    }
  }
  void text(std::string paragraph) {
    const std::size_t at = middle_blank(paragraph);
    if (o_.page_break_text && at != std::string::npos && paragraph.size() > 70 &&
        random_.percent(40)) {
      flow(paragraph.substr(0, at));
      line("");
      page_number();
      paragraph.erase(0, at + 1);
      if (o_.layout == kFixed) {
        for (const std::string& part : wrapped(paragraph, kPage)) line(part);
        return gap();
      }
    } else if (o_.page_numbers && random_.percent(8)) {
      line("");
      page_number();
    }
    flow(o_.stars ? starred(paragraph, random_) : paragraph);
    gap();
  }
  void page_number() {
    if (!o_.page_numbers) return;
    const std::string number = std::to_string(++page_);
    line(o_.layout == kFixed ? std::string(50, ' ') + number : number);
    line("");
  }

  // Identity
  std::string date(std::string_view between) const {
    if (between == "-") {
      return std::to_string(plan_.year) + "-" + two(plan_.month) + "-" + two(plan_.day);
    }
    return two(plan_.day) + word("month") +
           (plan_.month < 3 ? two(plan_.month) : std::to_string(plan_.month)) + word("year") +
           std::to_string(plan_.year);
  }
  std::string number() {
    return o_.slash_blanks ? blanks_at_slash(plan_.number, random_) : plan_.number;
  }
  std::string promulgation() const {
    return word("promulgate") + " " + word("plan") + " " + plan_.title;
  }
  void beside(const std::string& left, const std::string& right) {
    line("  " + padded(left, 46) + "  " + right);
  }
  void header() {
    std::vector<std::string> left;
    for (const std::string& part : plan_.issuer_lines) left.push_back(upper(part));
    const std::vector<std::string> right{word("state"), word("motto")};
    const std::string place = plan_.place + word("day") + date(" ");
    const std::string numbered = word("number") + number();
    if (o_.header == 1 || o_.layout == kFixed) {
      for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
        beside(i < left.size() ? left[i] : "", i < right.size() ? right[i] : "");
      }
      line("");
      beside(numbered, place);
      return line("");
    }
    const auto block = [&](const std::vector<std::string>& lines) {
      for (const std::string& part : lines) line(part);
      gap();
    };
    if (o_.header == 2) {
      block(right);
      block(left);
    } else {
      block(left);
      block(right);
    }
    heading(numbered);
    heading(place);
  }
  void kind_and_title(const std::string& kind, const std::string& title) {
    const bool centre = o_.layout == kFixed;
    line(centre ? centred(kind, kPage) : kind);
    if (!centre) gap();
    for (const std::string& part : wrapped(title, centre ? 70 : 60)) {
      line(centre ? centred(part, kPage) : part);
    }
    line("");
  }
  void decision() {
    kind_and_title(upper(plan_.kind_name), promulgation());
    heading(upper(plan_.issuer));
    for (const std::string& basis : words_.list("basis")) text(basis);
    heading(word("decision") + ":");
    text(word("article") + " 1. " + word("promulgate") + " " + word("of_this_decision") + " " +
         word("plan") + " " + plan_.title + ".");
    text(word("article") + " 2. " + word("effective"));
    text(word("article") + " 3. " + word("office_head") + " " + word("executes"));
    signature();
    kind_and_title(upper(word("plan")), plan_.title);
    attachment();
  }
  void attachment() {
    text("(" + word("attached") + " " + plan_.kind_name + " " + word("number_word") + " " +
         number() + " " + word("dated") + " " + date(" ") + " " + word("of") + " " + plan_.issuer +
         ")");
  }
  void signature() {
    line(word("recipients"));
    for (const std::string& recipient : words_.list("recipient")) line("- " + recipient + ";");
    line("");
    if (plan_.kind.values.count("capacity")) line(plan_.kind.values.at("capacity"));
    line(plan_.kind.values.at("position"));
    line("");
    line(plan_.signer);
    line("");
  }

  // Sections
  std::string section_mark() {
    const auto index = static_cast<std::size_t>(section_++);
    const std::string figure = std::to_string(index + 1);
    switch (o_.numbering) {
      case 1:
        return roman(static_cast<int>(index) + 1) + "/ ";
      case 2:
        return roman(static_cast<int>(index) + 1) + "- ";
      case 3:
        return std::string(1, static_cast<char>('A' + index)) + ". ";
      case 4:
        return figure + ". ";
      case 5:
        return word("part") + " " + words_.list("ordinals")[index] + ". ";
      case 8:
        return word("section") + " " + figure + ". ";
      default:
        return roman(static_cast<int>(index) + 1) + ". ";
    }
  }
  void section(const std::string& title) {
    const std::string all = section_mark() + title;
    item_ = 0;
    const bool marks = o_.numbering == 6 || o_.numbering == 9;
    const bool stars = o_.numbering == 7 || o_.numbering == 10;
    heading(marks ? "## " + all : stars ? "**" + all + "**" : all);
  }
  // The heading of an item, marked like those of sections where all are.
  void item_heading(const std::string& all) {
    heading(o_.numbering == 9 ? "### " + all : o_.numbering == 10 ? "**" + all + "**" : all);
  }
  std::string item_mark() {
    ++item_;
    return (o_.numbering == 4 ? std::to_string(section_) + "." : "") + std::to_string(item_);
  }
  const std::string& bullet() const { return kBullets[static_cast<std::size_t>(o_.bullets)]; }
  void goals() {
    section(some("goals_heading"));
    item_heading(item_mark() + ". " + some("general_heading"));
    bool general = true;
    int point = 0;
    out_.goals = plan_.goals;
    for (const PlannedGoal& goal : plan_.goals) {
      if (general && !goal.general) {
        std::string title = some("specific_heading");
        const std::size_t at = title.find("{y2}");
        if (at != std::string::npos) title.replace(at, 4, std::to_string(plan_.year + 5));
        item_heading(item_mark() + ". " + title);
        general = false;
      }
      if (goal.general)
        text(goal.text);
      else if (o_.bullets == 5)
        text(std::string(1, "abcdehik"[point++]) + ") " + goal.text);
      else
        text(bullet() + goal.text);
    }
    if (o_.indicators) indicators();
  }
  void indicators() {
    Options plain;
    plain.layout = o_.layout;
    plain.wrapped = o_.wrapped;
    std::vector<Row> rows{
        {Row::kHeader,
         {word("indicator_number"), word("indicator_name"), word("indicator_unit"),
          word("indicator_value") + std::to_string(plan_.year + 5)},
         {},
         {}}};
    for (const PlannedIndicator& row : plan_.indicators) {
      rows.push_back(
          {Row::kTask, {std::to_string(rows.size()), row.name, row.unit, row.value}, {}, {}});
      out_.goals.push_back({row.name, false, row.target});
    }
    text(word("indicators_follow"));
    for (const std::string& row : draw(rows, plain, random_)) line(row);
    line("");
  }
  void duties() {
    section(some("duties_heading"));
    for (const PlannedDuty& duty : plan_.duties) {
      text(item_mark() + ". " + duty.text);
      ExpectedTask task;
      task.values = {{"content", duty.text}, {"leads", duty.lead.canonical}};
      deadline(duty.deadline, task.values, false);
      out_.tasks.push_back(std::move(task));
    }
    text(word("closing"));
  }

  // Tasks
  static void deadline(const PlannedDeadline& from, Fields& values, bool with_text) {
    values["deadline.kind"] = from.kind;
    values["deadline.start_on"] = from.start;
    values["deadline.due_on"] = from.due;
    values["deadline.rrules"] = from.rrules;
    if (with_text) values["deadline.text"] = from.text;
  }
  static std::string without_end(std::string text) {
    if (text.back() == '.') text.pop_back();
    return text;
  }
  ExpectedTask expected(const PlannedTask& task) const {
    ExpectedTask out;
    out.in_table = o_.layout < kKeys;
    out.values = {{"content", task.content},
                  {"leads", names_of(task.leads)},
                  {"coordinating", names_of(task.coordinating)},
                  {"product", task.product}};
    if (o_.more_columns > 0) out.values["funding"] = task.funding;
    if (o_.more_columns > 1) out.values["remark"] = task.remark;
    if (task.more) {
      out.values["product"] += "; " + task.more_product;
      out.values["deadline.text"] = task.deadline.text + "; " + task.more_deadline.text;
    } else {
      deadline(task.deadline, out.values, true);
    }
    return out;
  }
  void draw_rows(std::vector<Row> rows) {
    if (o_.stars && o_.layout != kFlattened) {
      for (Row& row : rows) {
        for (std::string& cell : row.cells) cell = starred(cell, random_);
      }
    }
    line("");
    for (const std::string& row : draw(rows, o_, random_)) line(row);
    line("");
  }
  // The groups from `first` to before `last`; `section` is the heading above, if they have one.
  void expect_rows(std::size_t first, std::size_t last, int running, const std::string& section) {
    Options plain = o_;
    if (plain.row_numbers == 1 || plain.row_numbers == 2) plain.row_numbers = 0;
    for (std::size_t g = first; g < last; ++g) {
      const int group = static_cast<int>(g);
      for (std::size_t t = 0; t < plan_.groups[g].tasks.size(); ++t) {
        ExpectedTask task = expected(plan_.groups[g].tasks[t]);
        task.values["number"] = row_number(plain, group, static_cast<int>(t), ++running);
        const std::string& title = plan_.groups[g].title;
        if (o_.groups) task.values["group"] = row_number(o_, group, -1, 0) + " " + title;
        if (o_.tables) task.values["section"] = section.substr(section.rfind('.') + 1);
        out_.tasks.push_back(std::move(task));
      }
    }
  }
  void table() {
    const TableHead head = make_head(o_, words_, random_);
    const std::size_t groups = plan_.groups.size();
    const std::size_t step = o_.tables ? 1 : groups;
    for (std::size_t g = 0; g < groups; g += step) {
      std::string section;
      if (o_.tables) {
        section = o_.appendix ? roman(static_cast<int>(g) + 1) : item_mark();
        item_heading(section + ". " + plan_.groups[g].title);
      }
      int running = 0;
      draw_rows(make_rows(head, plan_, g, g + step, running, o_, words_));
      expect_rows(g, g + step, 0, section);
    }
    if (o_.notes == 1) text(word("note") + some("note"));
    if (o_.notes == 2) {
      line(word("notes"));
      for (const std::string& note : words_.list("note")) line("- " + note);
      line("");
    }
    if (o_.after) text(some("after"));
  }
  void tasks_section() {
    section(some(o_.layout == kDuties ? "shared_heading" : "tasks_heading"));
    if (o_.appendix) return text(word("appendix_reference"));
    if (o_.layout < kKeys) return table();
    if (o_.layout == kDuties) return orders("");
    for (const PlannedGroup& group : plan_.groups) {
      if (o_.groups) item_heading(item_mark() + ". " + group.title);
      char point = 'a';
      for (const PlannedTask& task : group.tasks) {
        const std::string number = o_.groups ? std::string(1, point++) : item_mark();
        one_task(number, o_.groups ? number + ") " : number + ". ", task);
        if (o_.groups) {
          out_.tasks.back().values["group"] =
              (o_.numbering == 4 ? std::to_string(section_) + "." : "") + std::to_string(item_) +
              " " + group.title;
        }
      }
    }
  }
  // In a sentence a group of bodies is named in full: a cell may drop the word for "all".
  std::vector<AgencyName> in_prose(std::vector<AgencyName> names) const {
    for (AgencyName& name : names) {
      if (name.canonical.compare(0, word("all").size(), word("all")) == 0) {
        name.written = name.canonical;
      }
    }
    return names;
  }
  std::string in_sentence(const std::vector<AgencyName>& names) const {
    Options commas = o_;  // a semicolon would end the clause
    if (commas.joiner == 0) commas.joiner = 1;
    return list_of(in_prose(names), commas, words_);
  }
  std::string key(const std::string& role) {
    std::string name = random_.pick(words_.headers.at(role));
    if (name.find_first_of("(/") != std::string::npos) name = words_.headers.at(role)[0];
    return o_.synonyms ? name : word(role + "_key");
  }
  void one_task(const std::string& number, const std::string& mark, const PlannedTask& task) {
    ExpectedTask expectation = expected(task);
    if (o_.layout == kProse) {
      PlannedDeadline due = task.deadline;
      std::string sentence = word("order") + in_sentence(task.leads);
      sentence += task.coordinating.empty()
                      ? word("leads")
                      : word("leads_with") + in_sentence(task.coordinating) + " ";
      sentence += small_first(without_end(task.content)) + due.prose + ".";
      if (due.prose.empty()) due = {};
      expectation.values = {{"content", sentence},
                            {"leads", names_of(task.leads)},
                            {"coordinating", names_of(task.coordinating)}};
      deadline(due, expectation.values, false);
      text(mark + sentence);
    } else {
      expectation.values["number"] = number;
      std::vector<std::string> details{key("lead") + ": " + list_of(task.leads, o_, words_)};
      const std::string with = key("coordinating");
      if (!task.coordinating.empty()) {
        details.push_back(with + ": " + list_of(task.coordinating, o_, words_));
      }
      details.push_back(key("deadline") + ": " + task.deadline.text);
      details.push_back(key("product") + ": " + task.product);
      if (o_.layout == kInline) {
        expectation.values["content"] = without_end(task.content) + ".";
        text(mark + without_end(task.content) + ". " + joined(details, "; ") + ".");
      } else {
        text(mark + task.content);
        for (const std::string& detail : details) text("- " + detail + ".");
      }
    }
    out_.tasks.push_back(std::move(expectation));
  }
  // Items below the names of those who do them.
  void orders(const std::string& mark) {
    for (PlannedGroup& group : plan_.groups) {
      const std::vector<AgencyName> leads = group.tasks[0].leads;
      item_heading(item_mark() + ". " + in_sentence(leads) + mark);
      std::size_t point = 0;
      for (PlannedTask& task : group.tasks) {
        set_leads(task, leads);
        PlannedDeadline due = task.deadline;
        std::string sentence = without_end(task.content);
        if (!task.coordinating.empty()) {
          sentence = word("with") + in_sentence(task.coordinating) + " " + small_first(sentence);
        }
        sentence += due.prose + ".";
        if (due.prose.empty()) due = {};
        ExpectedTask expectation;
        expectation.values = {{"content", sentence},
                              {"leads", names_of(leads)},
                              {"coordinating", names_of(task.coordinating)}};
        deadline(due, expectation.values, false);
        text((o_.bullets == 5 ? std::string(1, "abcdehik"[point++]) + ") " : bullet()) + sentence);
        out_.tasks.push_back(std::move(expectation));
      }
    }
  }
  void directive() {
    kind_and_title(upper(plan_.kind_name), plan_.title);
    text(some("directive_reason") + " " + plan_.issuer + " " + word("asks"));
    orders(":");
    // The request that closes a plan would be one more order here.
    text(word("directive") + " " + word("takes_effect"));
    signature();
  }
  void appendix() {
    heading(word("appendix"));
    heading(word("appendix_title"));
    attachment();
    table();
  }

  std::uint64_t seed_;
  Random random_;
  Plan plan_;
  const Options& o_;
  const Vocabulary& words_;
  Rendered out_;
  int section_ = 0;
  int item_ = 0;
  int page_ = 1;
  std::size_t line_width_;
};

}  // namespace

Rendered render(std::uint64_t seed, const Plan& plan, const Options& options,
                const Vocabulary& vocabulary) {
  return Writer(seed, plan, options, vocabulary).run();
}

}  // namespace scp::testing
