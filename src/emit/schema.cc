#include <string>

#include "emit/fields_document.h"
#include "emit/fields_envelope.h"
#include "emit/fields_identity.h"
#include "emit/fields_tasks.h"
#include "emit/writer.h"
#include "scpparse/emit.h"

namespace scp {
namespace {

using emitting::Enumeration;
using emitting::Field;
using emitting::Fields;
using emitting::Form;
using emitting::JsonWriter;
using emitting::Layout;
using emitting::Names;
using emitting::Presence;
using emitting::Record;

constexpr std::string_view kDatePattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";
constexpr std::string_view kPeriodPattern =
    "^(\\.\\.|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)(/(\\.\\.|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?))?$";
constexpr std::string_view kDayOfYearPattern = "^[0-9]{2}-[0-9]{2}$";
constexpr std::string_view kMoreAtAbout = "Where the value goes on; only where it does.";
constexpr std::string_view kId = "urn:scpparse:output:1";

template <typename T>
constexpr bool kIsPlace = std::is_same_v<T, Place> || std::is_same_v<T, std::vector<Place>>;

// Each method says one part of the schema; those named after a type write keys into the object that
// is open, so that a description can stand beside them.
class SchemaWriter {
 public:
  explicit SchemaWriter(std::string& out) : json_(out, true) {}

  void whole();

 private:
  template <typename... Types>
  void define_all() {
    (define<Types>(), ...);
  }
  template <Record T>
  void define();
  template <typename Owner, typename Value>
  void property(const Field<Owner, Value>& field);
  template <typename WriteProperties>
  void object(std::string_view name, std::string_view about, WriteProperties&& properties,
              const std::vector<std::string_view>& required);
  void result();
  void failure();
  void head();
  void record();
  void span();
  void at();
  void formats();

  void type(std::string_view name) { pair("type", name); }
  void type_or_null(std::string_view name) {
    json_.key("type");
    strings({name, "null"});
  }
  void reference(std::string_view name) { pair("$ref", "#/$defs/" + std::string(name)); }
  void reference_or_null(std::string_view name) {
    json_.key("anyOf");
    json_.begin_array(Layout::kBlock);
    json_.begin_object(Layout::kBlock);
    reference(name);
    json_.end_object();
    json_.begin_object(Layout::kBlock);
    type("null");
    json_.end_object();
    json_.end_array();
  }
  void count() {
    type("integer");
    json_.key("minimum");
    json_.integer(0);
  }
  void pair(std::string_view key, std::string_view value) {
    json_.key(key);
    json_.string(value);
  }
  void strings(const std::vector<std::string_view>& list) {
    json_.begin_array(Layout::kLine);
    for (std::string_view text : list) json_.string(text);
    json_.end_array();
  }
  template <typename Write>
  void nested(std::string_view key, Write&& write) {
    json_.key(key);
    json_.begin_object(Layout::kLine);
    write();
    json_.end_object();
  }
  void format(std::string_view name, bool nullable, std::string_view pattern,
              std::string_view about);

  template <typename Value>
  void of(Presence presence, Form form);
  template <typename Item>
  void items(Presence presence, Form form) {
    type("array");
    nested("items", [&] { of<Item>(presence, form); });
  }
  void of_string(Presence presence, Form form);
  template <Enumeration E>
  void of_enum();
  template <typename T>
  void of_optional();

  JsonWriter json_;
};

void SchemaWriter::of_string(Presence presence, Form form) {
  switch (form) {
    case Form::kPeriod:
      reference("period");
      return;
    case Form::kDayOfYear:
      reference("day_of_year");
      return;
    case Form::kTableRole:
      json_.key("enum");
      json_.begin_array(Layout::kLine);
      json_.string("tasks");
      json_.string("targets");
      json_.null();
      json_.end_array();
      return;
    case Form::kFree:
      break;
  }
  if (presence == Presence::kGiven) {
    type("string");
  } else {
    type_or_null("string");
  }
}

template <Enumeration E>
void SchemaWriter::of_enum() {
  json_.key("enum");
  json_.begin_array(Layout::kLine);
  for (std::string_view name : Names<E>::kList) json_.string(name);
  json_.end_array();
}

template <typename T>
void SchemaWriter::of_optional() {
  if constexpr (Record<T>) {
    reference_or_null(Fields<T>::kName);
  } else if constexpr (std::is_same_v<T, double>) {
    type_or_null("number");
  } else {
    static_assert(std::is_same_v<T, std::uint32_t>);
    type_or_null("integer");
    json_.key("minimum");
    json_.integer(0);
  }
}

template <typename Value>
void SchemaWriter::of(Presence presence, Form form) {
  if constexpr (std::is_same_v<Value, std::string_view>) {
    of_string(presence, form);
  } else if constexpr (std::is_same_v<Value, std::vector<std::string_view>>) {
    items<std::string_view>(Presence::kGiven, form);
  } else if constexpr (std::is_same_v<Value, TableRow>) {
    items<std::string_view>(Presence::kNullable, form);
  } else if constexpr (std::is_same_v<Value, Place>) {
    reference("at");
  } else if constexpr (std::is_same_v<Value, std::vector<Place>>) {
    items<Span>(presence, form);
  } else if constexpr (std::is_same_v<Value, Span>) {
    reference("span");
  } else if constexpr (std::is_same_v<Value, Date>) {
    reference("date");
  } else if constexpr (std::is_same_v<Value, bool>) {
    type("boolean");
  } else if constexpr (std::is_same_v<Value, std::uint32_t>) {
    count();
  } else if constexpr (emitting::IsVector<Value>::value) {
    items<typename Value::value_type>(presence, form);
  } else if constexpr (emitting::IsOptional<Value>::value) {
    of_optional<typename Value::value_type>();
  } else if constexpr (Enumeration<Value>) {
    of_enum<Value>();
  } else {
    static_assert(Record<Value>, "a type of document.h that no rule here describes");
    reference(Fields<Value>::kName);
  }
}

template <typename Owner, typename Value>
void SchemaWriter::property(const Field<Owner, Value>& field) {
  nested(field.key, [&] {
    of<Value>(field.presence, field.form);
    pair("description", field.about);
  });
  if constexpr (std::is_same_v<Value, Place>) {
    nested("more_at", [&] {
      items<Span>(Presence::kGiven, Form::kFree);
      pair("description", kMoreAtAbout);
    });
  }
}

template <typename WriteProperties>
void SchemaWriter::object(std::string_view name, std::string_view about,
                          WriteProperties&& properties,
                          const std::vector<std::string_view>& required) {
  json_.key(name);
  json_.begin_object(Layout::kBlock);
  pair("description", about);
  type("object");
  json_.key("properties");
  json_.begin_object(Layout::kBlock);
  properties();
  json_.end_object();
  json_.key("required");
  strings(required);
  json_.key("additionalProperties");
  json_.boolean(false);
  json_.end_object();
}

// Places may be left out of the output, so they are not required.
template <Record T>
void SchemaWriter::define() {
  std::vector<std::string_view> required;
  emitting::for_each_field<T>(
      [&]<typename Owner, typename Value>(const Field<Owner, Value>& field) {
        if (!kIsPlace<Value>) required.push_back(field.key);
      });
  const auto properties = [&] {
    emitting::for_each_field<T>([&](const auto& field) { property(field); });
  };
  object(Fields<T>::kName, Fields<T>::kAbout, properties, required);
}

void SchemaWriter::head() {
  nested("schema", [&] {
    pair("const", emitting::kSchemaVersion);
    pair("description", "Version of this format; names keep their meaning within one version.");
  });
  nested("producer", [&] {
    reference(Fields<emitting::Producer>::kName);
    pair("description", Fields<emitting::Producer>::kAbout);
  });
}

// Any of the other keys may be left out of the output.
void SchemaWriter::result() {
  const auto properties = [&] {
    head();
    emitting::for_each_field<Document>([&](const auto& field) { property(field); });
  };
  object(Fields<Document>::kName, Fields<Document>::kAbout, properties,
         {"schema", "producer", "source"});
}

void SchemaWriter::failure() {
  const auto properties = [&] {
    head();
    nested("source", [&] {
      reference(Fields<emitting::UnreadSource>::kName);
      pair("description", "The input, as far as it is known.");
    });
    nested("error", [&] {
      reference(Fields<emitting::ErrorInfo>::kName);
      pair("description", Fields<emitting::ErrorInfo>::kAbout);
    });
  };
  object("failure", "What stands in the place of an input that could not be read.", properties,
         {"schema", "producer", "source", "error"});
}

void SchemaWriter::record() {
  nested("record", [&] {
    pair("description", "What came of one input.");
    json_.key("oneOf");
    json_.begin_array(Layout::kBlock);
    for (std::string_view name : {Fields<Document>::kName, std::string_view("failure")}) {
      json_.begin_object(Layout::kBlock);
      reference(name);
      json_.end_object();
    }
    json_.end_array();
  });
}

void SchemaWriter::span() {
  struct Number {
    std::string_view key;
    std::uint64_t minimum;
    std::string_view about;
  };
  static constexpr Number kNumbers[] = {
      {"line", 1, "Line of the first character."},
      {"column", 1, "Column of the first character, in code points unless asked otherwise."},
      {"end_line", 1, "Line after the last character."},
      {"end_column", 1, "Column after the last character."},
      {"offset", 0, "Number of bytes before it."},
      {"length", 0, "Its length in bytes."}};
  std::vector<std::string_view> required;
  for (const Number& number : kNumbers) required.push_back(number.key);
  const auto properties = [&] {
    for (const Number& number : kNumbers) {
      nested(number.key, [&] {
        type("integer");
        json_.key("minimum");
        json_.integer(number.minimum);
        pair("description", number.about);
      });
    }
  };
  object("span", "A stretch of the original input.", properties, required);
}

void SchemaWriter::at() {
  nested("at", [&] {
    reference_or_null("span");
    pair("description", "Where a value was read; null where it stands nowhere.");
  });
}

void SchemaWriter::format(std::string_view name, bool nullable, std::string_view pattern,
                          std::string_view about) {
  nested(name, [&] {
    if (nullable) {
      type_or_null("string");
    } else {
      type("string");
    }
    pair("pattern", pattern);
    pair("description", about);
  });
}

void SchemaWriter::formats() {
  format("date", true, kDatePattern, "A day, month or year, as far as the text gives it.");
  format("period", true, kPeriodPattern, "An EDTF date or interval, open ends as two dots.");
  format("day_of_year", false, kDayOfYearPattern, "Month and day, such as 06-20.");
}

void SchemaWriter::whole() {
  json_.begin_object(Layout::kBlock);
  pair("$schema", "https://json-schema.org/draft/2020-12/schema");
  pair("$id", kId);
  pair("title", "What scpparse prints");
  pair("description",
       "One record for each input: an object for a single input, an array of them for several. "
       "A stream of YAML documents or lines of NDJSON holds one such object each.");
  json_.key("oneOf");
  json_.begin_array(Layout::kBlock);
  json_.begin_object(Layout::kLine);
  reference("record");
  json_.end_object();
  json_.begin_object(Layout::kLine);
  type("array");
  nested("items", [&] { reference("record"); });
  json_.end_object();
  json_.end_array();
  json_.key("$defs");
  json_.begin_object(Layout::kBlock);
  record();
  result();
  failure();
  define_all<emitting::Producer, SourceInfo, emitting::UnreadSource, Repair, emitting::ErrorInfo,
             Identity, Jurisdiction, InstrumentRef, Signer, Recipient, Effective, Instrument,
             OutlineNode, Goal, Target, Task, TaskGroup, AgencyRef, Deadline, Report, Table,
             TableColumn, Citation, Agency, Finding, RelatedPlace, Fix, Edit, Coverage, Ignored>();
  span();
  at();
  formats();
  json_.end_object();
  json_.end_object();
}

}  // namespace

std::string output_schema() {
  std::string out;
  SchemaWriter(out).whole();
  return out;
}

}  // namespace scp
