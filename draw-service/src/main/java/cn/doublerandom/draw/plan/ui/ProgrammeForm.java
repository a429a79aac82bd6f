package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.plan.application.Programmes;
import cn.doublerandom.draw.programme.ProgrammeContent;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields a programme is written in. */
final class ProgrammeForm {
  private ProgrammeForm() {}

  /** The items of the task, and whatever else stands in the draft. */
  static List<Choice> items(Programmes.Sheet sheet, FilledForm draft) {
    Set<String> names = new LinkedHashSet<>(sheet.items());
    names.addAll(draft.values().getOrDefault("items", List.of()));
    names.remove("");
    return names.stream().map(name -> new Choice(name, name)).toList();
  }

  /** What the programme says; what is known of the task where nobody has written one yet. */
  static Map<String, List<String>> said(Programmes.Sheet sheet) {
    Map<String, List<String>> said = new LinkedHashMap<>();
    ProgrammeContent content = sheet.programme().content().orElse(null);
    if (content == null) {
      said.put("checkFrom", List.of(sheet.task().drawFrom().toString()));
      said.put("checkTo", List.of(sheet.task().drawTo().toString()));
      said.put("items", sheet.items());
      return said;
    }
    said.put("title", List.of(content.title()));
    said.put("documentNumber", List.of(content.documentNumber()));
    said.put("items", content.items());
    said.put("checkFrom", List.of(content.checkFrom().toString()));
    said.put("checkTo", List.of(content.checkTo().toString()));
    said.put("teams", List.of(Integer.toString(content.teams())));
    said.put("training", List.of(content.training()));
    said.put("method", List.of(content.method()));
    said.put("contact", List.of(content.contact()));
    return said;
  }

  static FilledForm prefilled(FilledForm blank, Map<String, List<String>> said) {
    return new FilledForm(blank.key(), blank.version(), said, List.of(), Map.of(), false);
  }

  /** What stands there now, of fields that have one value. */
  static Map<String, String> current(Map<String, List<String>> said) {
    Map<String, String> current = new LinkedHashMap<>();
    said.forEach((field, values) -> {
      if (!field.equals("items") && !values.isEmpty()) {
        current.put(field, values.getFirst());
      }
    });
    return current;
  }
}
