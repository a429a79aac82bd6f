package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.Happening;
import cn.doublerandom.registry.application.Experts;
import cn.doublerandom.registry.expert.ExpertDetails;
import cn.doublerandom.registry.expert.ExpertEvent;
import cn.doublerandom.servicekit.ui.Forms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The forms of one expert's page, of which one was sent or none.
 *
 * @param sent what was typed into the one that was refused
 */
record ExpertForms(Experts.Opened opened, Forms forms, FilledForm sent) {
  private static final String ACT = "act";

  /** The entry to be changed, filled with what stands there. */
  FilledForm changing() {
    FilledForm form = plain("entry", now());
    if (isSent("entry")) {
      return form;
    }
    for (Map.Entry<String, String> field : now().entrySet()) {
      form = form.with(field.getKey(), field.getValue());
    }
    return form;
  }

  /** An erasure, which is kept apart from the entry and asks for no version of it. */
  FilledForm erasing() {
    return isSent("erasure") ? sent : forms.blank();
  }

  /** One that has no fields of its own to begin with. */
  FilledForm plain(String act) {
    return plain(act, Map.of());
  }

  private FilledForm plain(String act, Map<String, String> now) {
    return isSent(act)
        ? sent.over(Long.toString(opened.version()), now)
        : forms.blank(opened.version());
  }

  private boolean isSent(String act) {
    return sent.value(ACT).equals(act);
  }

  private Map<String, String> now() {
    ExpertDetails d = opened.entry().details();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("kind", d.kind().name());
    fields.put("name", opened.name());
    fields.put("fields", String.join("、", d.fields()));
    fields.put("principal", d.principal());
    fields.put("document", d.document());
    fields.put("validFrom", d.validFrom().toString());
    fields.put("validUntil", d.validUntil().toString());
    return fields;
  }

  /** What happened, newest first. */
  static List<Happening> timeline(List<Experts.Happened> happened, ExpertWords words) {
    int first = happened.size() - 1;
    return IntStream.rangeClosed(0, first)
        .mapToObj(i -> line(happened.get(i), i == first, words))
        .toList();
  }

  private static Happening line(Experts.Happened happened, boolean isFirst, ExpertWords words) {
    String day = happened.day().toString();
    String recorded = happened.recorded().toString();
    return switch (happened.event()) {
      case ExpertEvent.ExpertRegistered registered ->
          Happening.of(
              isFirst ? words.registered() : words.revised(), happened.by(), day, recorded, "");
      case ExpertEvent.ExpertWithdrawn(var reason, var effective) ->
          Happening.of(
              effective == null ? words.withdrawnAtOnce() : words.withdrawnFact(effective),
              happened.by(),
              day,
              recorded,
              reason);
      case ExpertEvent.ExpertTold told ->
          Happening.of(words.told(), happened.by(), day, recorded, "");
    };
  }
}
