package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.inspector.Recusal;
import cn.doublerandom.registry.inspector.RecusalAsked;
import cn.doublerandom.registry.inspector.RecusalReason;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.table.Table;
import cn.doublerandom.servicekit.table.TableRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table of recusals. Each names an inspector and a subject the register knows: one of another
 * spelling would stand in the list and be honoured by no draw.
 */
final class RecusalTable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String INSPECTOR = "执法人员编号";
  private static final String SUBJECT = "检查对象编码";
  private static final String REASON = "回避原因";
  private static final String FROM = "生效日期";
  private static final String UNTIL = "有效期至";
  private static final String SIDE = "申报方";
  private static final Map<String, String> SIDES = Map.of("执法人员", "INSPECTOR", "检查对象", "SUBJECT");

  static final Table<Row> TABLE =
      new Table<>(
          List.of(INSPECTOR, SUBJECT, REASON),
          Map.ofEntries(
              Map.entry("人员编号", INSPECTOR),
              Map.entry("执法检查人员编号", INSPECTOR),
              Map.entry("对象编码", SUBJECT),
              Map.entry("统一社会信用代码", SUBJECT),
              Map.entry("统一社会信用代码/注册号", SUBJECT),
              Map.entry("原因", REASON),
              Map.entry(FROM, FROM),
              Map.entry(UNTIL, UNTIL),
              Map.entry(SIDE, SIDE)),
          Map.of(".*(开始|起始|终止|截止|结束|失效).*", "起止日期请写在“生效日期”和“有效期至”列。"),
          RecusalTable::read,
          r -> r.inspector() + " " + r.recusal().subject() + " " + r.recusal().reason());

  private RecusalTable() {}

  record Row(String inspector, Recusal recusal) {}

  private static Row read(TableRow row) {
    return new Row(
        row.requiredCode(INSPECTOR, CodeRules.LONGEST),
        new Recusal(
            CodeRules.reference(row, SUBJECT),
            row.oneOf(REASON, RecusalReason.CODES),
            row.says(FROM) ? row.date(FROM) : null,
            row.says(UNTIL) ? row.date(UNTIL) : null,
            row.says(SIDE) ? row.oneOf(SIDE, SIDES) : null));
  }

  /** What the rows ask of the inspectors, once it is known whom they name. */
  static Imports.Target<Row, InspectorCommand, InspectorEvent, Inspector> target(
      CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors,
      CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects,
      String by,
      String batch) {
    return new Imports.Target<>(
        TABLE,
        rows -> asked(rows, subjects, by, batch),
        inspectors,
        RecusalTable::rowsChanged,
        RecusalTable::batch,
        RecusalTable::waits);
  }

  private static Optional<String> batch(InspectorEvent event) {
    return event instanceof InspectorEvent.RecusalsRequested asked
        ? Optional.of(asked.batch())
        : Optional.empty();
  }

  /** What waits of the pairs the rows name. */
  private static Optional<String> waits(InspectorCommand rows, Inspector inspector) {
    if (!(rows instanceof InspectorCommand.DeclareConflicts told)
        || !(inspector instanceof Inspector.Registered known)) {
      return Optional.empty();
    }
    Set<String> named = told.recusals().stream().map(Recusal::subject).collect(Collectors.toSet());
    String words =
        known.recusalsAsked().stream()
            .filter(asked -> named.contains(asked.recusal().subject()))
            .map(RecusalAsked::inWords)
            .collect(Collectors.joining("；"));
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  /** A row is one recusal; those of one inspector are stored together. */
  private static int rowsChanged(List<InspectorEvent> events) {
    return events.stream()
        .mapToInt(event ->
            switch (event) {
              case InspectorEvent.RecusalsRequested asked -> asked.recusals().size();
              case InspectorEvent.RecusalRequestsEnded ended -> 0;
              case InspectorEvent.ConflictsDeclared declared -> 0;
              case InspectorEvent.ConflictsRevoked revoked -> 0;
              case InspectorEvent.InspectorRegistered registered -> 0;
              case InspectorEvent.InspectorRevised revised -> 0;
              case InspectorEvent.ErasureRequested requested -> 0;
              case InspectorEvent.ErasureApproved approved -> 0;
              case InspectorEvent.LeaveGranted granted -> 0;
              case InspectorEvent.AbsenceRequested requested -> 0;
              case InspectorEvent.AbsenceRequestEnded ended -> 0;
            })
        .sum();
  }

  private static Imports.Asked<InspectorCommand> asked(
      Map<Integer, Row> rows,
      CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects,
      String by,
      String batch) {
    Map<String, Boolean> known = known(rows, subjects);
    Map<String, List<Recusal>> byInspector = new LinkedHashMap<>();
    Map<String, List<Integer>> asking = new LinkedHashMap<>();
    List<RowFault> refused = new ArrayList<>();
    rows.forEach((number, row) -> {
      String subject = row.recusal().subject();
      if (!known.getOrDefault(subject, false)) {
        refused.add(CodeRules.unknown(number, SUBJECT, subject));
        return;
      }
      byInspector.computeIfAbsent(row.inspector(), i -> new ArrayList<>()).add(row.recusal());
      asking
          .computeIfAbsent(RegistryStreams.INSPECTOR + row.inspector(), i -> new ArrayList<>())
          .add(number);
    });
    Map<String, InspectorCommand> commands = new LinkedHashMap<>();
    byInspector.forEach((id, recusals) ->
        commands.put(
            RegistryStreams.INSPECTOR + id,
            new InspectorCommand.DeclareConflicts(recusals, by, batch)));
    return new Imports.Asked<>(commands, asking, refused);
  }

  /** Whether the register knows the subjects, by their streams: a view may lag behind. */
  private static Map<String, Boolean> known(
      Map<Integer, Row> rows, CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects) {
    Map<String, Boolean> known = new HashMap<>();
    for (String id :
        rows.values().stream().map(r -> r.recusal().subject()).collect(Collectors.toSet())) {
      Subject subject =
          subjects.load(RegistryStreams.SUBJECT + id).await().atMost(PATIENCE).state();
      known.put(
          id,
          switch (subject) {
            case Subject.Registered registered -> true;
            case Subject.Merged merged -> true;
            case Subject.Unregistered() -> false;
          });
    }
    return known;
  }
}
