package cn.doublerandom.inspection.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 档案资料齐全，签字完整: what is still missing, one line each. */
public final class Completeness {
  private static final int MOST_NAMED = 5;

  private final CaseFile file;
  private final List<Lacking> missing = new ArrayList<>();

  private Completeness(CaseFile file) {
    this.file = file;
  }

  /**
   * @param visits all of the draw that did not fall away
   * @return in words; empty where nothing is missing
   */
  public static List<String> missing(CaseFile file, List<CaseVisit> visits) {
    return of(file, visits).stream().map(Lacking::line).toList();
  }

  /** The same in both languages. */
  public static List<Lacking> of(CaseFile file, List<CaseVisit> visits) {
    Completeness report = new Completeness(file);
    for (PaperKind kind : PaperKind.values()) {
      if (!kind.isOfVisit() && !allHold(kind, visits)) {
        report.paper(kind, Optional.empty(), ofSome(kind, visits));
      }
    }
    visits.forEach(report::visit);
    return report.missing;
  }

  /** A paper of the whole draw needs no scan where each visit holds its part of it. */
  private static boolean allHold(PaperKind kind, List<CaseVisit> visits) {
    return !visits.isEmpty() && visits.stream().allMatch(visit -> visit.own().has(kind));
  }

  /** Behind a line, in both languages; empty where nothing more is said. */
  private record More(String chinese, String english) {
    static final More NOTHING = new More("", "");
  }

  /** Of which visits it is wanting, where others hold their part: their page says that it is. */
  private static More ofSome(PaperKind kind, List<CaseVisit> visits) {
    List<String> without =
        visits.stream().filter(visit -> !visit.own().has(kind)).map(CaseVisit::subject).toList();
    if (without.size() == visits.size()) {
      return More.NOTHING;
    }
    boolean all = without.size() <= MOST_NAMED;
    return new More(
        first(without)
            .collect(
                Collectors.joining("、", "（其他检查已有，只缺：", all ? "）" : "等 " + without.size() + " 户）")),
        first(without)
            .collect(
                Collectors.joining(
                    ", ",
                    " (the others have it; wanting: ",
                    all ? ")" : " and others, " + without.size() + " in all)")));
  }

  private static Stream<String> first(List<String> subjects) {
    return subjects.stream().limit(MOST_NAMED);
  }

  private void lacks(Optional<CaseVisit> visit, String chinese, String english) {
    missing.add(new Lacking(visit.map(CaseVisit::subject).orElse(""), chinese, english));
  }

  private void visit(CaseVisit visit) {
    Optional<CaseVisit> its = Optional.of(visit);
    if (!visit.recorded()) {
      lacks(
          its,
          "检查结果尚未录入，或者录入以后还没有确认、审核完",
          "the result is not recorded, or not confirmed and reviewed yet");
    }
    // 发现问题后续处理到位 (R10): a problem is not over because its papers are there.
    visit
        .unfollowed()
        .forEach(item ->
            lacks(
                its,
                "事项 " + item + " 发现的问题尚未处置",
                "what was found at item " + item + " is not followed"));
    visit
        .open()
        .forEach(document ->
            lacks(its, "后续处置未办结：" + document, "a follow-up is still open: " + document));
    for (PaperKind kind : PaperKind.values()) {
      if (kind.isOfVisit() && !visit.own().has(kind)) {
        paper(kind, its, More.NOTHING);
      }
    }
  }

  /** Whose signature a recorded result went without: of a file nothing is agreed away. */
  private static More unsigned(PaperKind kind, Optional<CaseVisit> visit) {
    List<String> who =
        kind == PaperKind.RECORD ? visit.map(v -> v.own().unsigned()).orElse(List.of()) : List.of();
    return who.isEmpty()
        ? More.NOTHING
        : new More(
            "：" + joined(who, "检查对象", "、") + " 没有签名，须归入签名齐全的扫描件",
            ": not signed by "
                + joined(who, "the firm", ", ")
                + "; a scan with all signatures is to be filed");
  }

  private static String joined(List<String> who, String subject, String between) {
    return who.stream()
        .map(one -> one.equals("SUBJECT") ? subject : one)
        .collect(Collectors.joining(between));
  }

  private void paper(PaperKind kind, Optional<CaseVisit> visit, More ofSome) {
    Optional<Paper> paper = file.find(kind, visit.map(CaseVisit::subject));
    if (paper.isEmpty()) {
      More unsigned = unsigned(kind, visit);
      lacks(
          visit,
          "缺" + kind.text() + unsigned.chinese() + ofSome.chinese(),
          "no " + kind.english() + unsigned.english() + ofSome.english());
      return;
    }
    for (Signature.Role role : kind.signers()) {
      if (role == Signature.Role.INSPECTOR) {
        visit.map(CaseVisit::inspectors).orElse(List.of()).stream()
            .filter(inspector -> !paper.get().isSigned(role, inspector))
            .forEach(inspector ->
                lacks(
                    visit,
                    "%s缺%s %s 签字".formatted(kind.text(), role.text(), inspector),
                    "the %s lacks the signature of %s %s"
                        .formatted(kind.english(), role.english(), inspector)));
      } else if (!paper.get().isSigned(role)) {
        lacks(
            visit,
            "%s缺%s签字".formatted(kind.text(), role.text()),
            "the %s lacks %s"
                .formatted(
                    kind.english(),
                    role == Signature.Role.SEAL
                        ? role.english()
                        : "the signature of " + role.english()));
      }
    }
  }
}
