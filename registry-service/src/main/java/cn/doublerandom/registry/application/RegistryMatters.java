package cn.doublerandom.registry.application;

import cn.doublerandom.registry.exchange.ExchangeTables;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.proposal.ProposalDirectory;
import cn.doublerandom.registry.readiness.Point;
import cn.doublerandom.registry.readiness.Readiness;
import cn.doublerandom.servicekit.identity.AccountNames.Names;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.waiting.DayWords;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.Matters;
import cn.doublerandom.servicekit.waiting.Pending;
import cn.doublerandom.servicekit.waiting.PendingGroup;
import cn.doublerandom.servicekit.waiting.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sentences of what waits in the registers.
 *
 * @param today business day
 * @param people what accounts are called
 */
record RegistryMatters(LocalDate today, Names people) {
  private static final List<RegistryMatter> OF_SUBJECTS =
      List.of(
          RegistryMatter.STATUS,
          RegistryMatter.ENTRY,
          RegistryMatter.MERGE,
          RegistryMatter.UNMERGE);

  /** Of what nobody asked for. */
  RegistryMatters(LocalDate today) {
    this(today, Names.NONE);
  }

  /** The subjects whose names a sentence needs. */
  static List<String> subjects(PendingGroup group) {
    return OF_SUBJECTS.contains(RegistryMatter.of(group.first().kind())) && !group.isMany()
        ? List.of(group.first().says(RegistryPendings.OF))
        : List.of();
  }

  /**
   * What somebody asked for.
   *
   * @param names of subjects, by id
   */
  Matter matter(PendingGroup group, Map<String, String> names) {
    Pending first = group.first();
    RegistryMatter kind = RegistryMatter.of(first.kind());
    boolean isMixed = AskedTogether.isMixed(group);
    Sentence words = isMixed ? AskedTogether.MIXED : group.isMany() ? kind.many() : kind.one();
    String of = first.says(RegistryPendings.OF);
    String about =
        group.isMany() ? Objects.requireNonNullElse(first.batch(), "") : names.getOrDefault(of, of);
    String count = Long.toString(group.count());
    if (kind == RegistryMatter.DEPUTY) {
      about = people.brief(of);
      first =
          first
              .saying(RegistryPendings.WHAT, people.brief(first.says(RegistryPendings.WHAT)))
              .saying(RegistryPendings.ENGLISH, people.brief(first.says(RegistryPendings.ENGLISH)));
    }
    LocalDate since = Objects.requireNonNullElse(first.since(), today);
    String by = people.brief(first.says(RegistryPendings.BY));
    return new Matter(
        kind.code(),
        words.chinese(
                about,
                group.isMany() ? count : first.says(RegistryPendings.WHAT),
                first.says(AskedTogether.PARTS))
            + (by.isEmpty() ? "" : "（%s %s提出）".formatted(by, DayWords.chinese(since, today))),
        words.english(
                about,
                group.isMany() ? count : first.says(RegistryPendings.ENGLISH),
                first.says(AskedTogether.ENGLISH_PARTS))
            + (by.isEmpty()
                ? ""
                : " (asked for by %s on %s)".formatted(by, DayWords.english(since, today))),
        since,
        null,
        kind.page().of(kind == RegistryMatter.BUREAU ? first.key() : of));
  }

  /** The same with the page where it is decided on, as long as it waits. */
  Matter waiting(PendingGroup group, Map<String, String> names) {
    Matter said = matter(group, names);
    Pending first = group.first();
    return new Matter(
        said.kind(),
        said.chinese(),
        said.english(),
        said.since(),
        said.due(),
        AskedPlaces.of(
            first.kind(),
            first.key(),
            first.says(RegistryPendings.OF),
            group.isMany() ? first.batch() : null));
  }

  /** A certificate that runs out, or has; of two the later one counts. */
  Matter certificate(InspectorDetails inspector) {
    LocalDate until =
        Stream.concat(
                Stream.of(inspector.certificateValidUntil()),
                Optional.ofNullable(inspector.more().provincialValidUntil()).stream())
            .max(LocalDate::compareTo)
            .orElseThrow();
    boolean isOver = until.isBefore(today);
    return new Matter(
        "certificate",
        "换发执法人员 %s 的执法证（%s%s）"
            .formatted(inspector.id(), DayWords.chinese(until, today), isOver ? "已到期" : "到期"),
        "Renew the certificate of inspector %s (%s on %s)"
            .formatted(
                inspector.id(),
                isOver ? "it ran out" : "it runs out",
                DayWords.english(until, today)),
        null,
        until,
        MatterPlaces.INSPECTOR.of(inspector.id()));
  }

  /** The points that are not in order yet. */
  Matters readiness(Readiness readiness) {
    return Matters.all(
        readiness.directories().stream()
            .flatMap(directory -> directory.points().stream())
            .filter(point -> point.open() > 0)
            .map(point -> readiness(point.point(), point.open(), readiness.due()))
            .toList());
  }

  private static Matter readiness(Point point, long open, LocalDate due) {
    return new Matter(
        "readiness",
        "完善“一单两库”：%s（%d 条）".formatted(point.text(), open),
        "Put the registers in order: %s (%d)".formatted(point.english(), open),
        null,
        due,
        MatterPlaces.POINT.of(point.name()));
  }

  /** Tables that were checked and neither taken nor dropped; after some days they are deleted. */
  Matters drafts(List<Drafts.Left> left) {
    return Matters.all(left.stream().map(this::draft).toList());
  }

  private Matter draft(Drafts.Left left) {
    LocalDate since = BusinessClock.day(left.judged());
    LocalDate until = since.plusDays(Drafts.DAYS);
    return new Matter(
        "import",
        "导入或放弃已检查的文件“%s”（%s删除）".formatted(left.fileName(), DayWords.chinese(until, today)),
        "Take or drop the checked file “%s” (deleted on %s)"
            .formatted(left.fileName(), DayWords.english(until, today)),
        since,
        null,
        MatterPlaces.DRAFT.of(left.id()));
  }

  /** What results of inspections propose to the register, all of it in one row. */
  static Matters proposals(ProposalDirectory.Waiting waiting) {
    return waiting.count() == 0
        ? Matters.NONE
        : Matters.all(
            List.of(
                new Matter(
                    "proposal",
                    "核实检查结果提出的 %d 项名录库建议".formatted(waiting.count()),
                    "See to %d proposals of inspection results to the register"
                        .formatted(waiting.count()),
                    waiting.since(),
                    null,
                    MatterPlaces.PROPOSALS.of(""))));
  }

  /** Where the last comparison with the provincial platform found differences. */
  static Matters exchange(List<ExchangeTables.Compared> latest) {
    return Matters.all(
        latest.stream()
            .filter(compared -> compared.differing() > 0)
            .map(compared ->
                new Matter(
                    "exchange",
                    "核对与省平台的 %d 处差异".formatted(compared.differing()),
                    "See to %d differences from the provincial platform"
                        .formatted(compared.differing()),
                    BusinessClock.day(compared.at()),
                    null,
                    MatterPlaces.EXCHANGE.of("")))
            .toList());
  }
}
