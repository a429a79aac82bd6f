package cn.doublerandom.inspection.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** 档案资料齐全，签字完整: what is still missing, one line each. */
public final class Completeness {
  private static final int MOST_NAMED = 5;

  private final CaseFile file;
  private final List<String> missing = new ArrayList<>();

  private Completeness(CaseFile file) {
    this.file = file;
  }

  /**
   * @param visits all of the draw that did not fall away
   * @return in words; empty where nothing is missing
   */
  public static List<String> missing(CaseFile file, List<CaseVisit> visits) {
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

  /** Of which visits it is wanting, where others hold their part: their page says that it is. */
  private static String ofSome(PaperKind kind, List<CaseVisit> visits) {
    List<String> without =
        visits.stream().filter(visit -> !visit.own().has(kind)).map(CaseVisit::subject).toList();
    return without.size() == visits.size()
        ? ""
        : without.stream()
            .limit(MOST_NAMED)
            .collect(
                Collectors.joining(
                    "、",
                    "（其他检查已有，只缺：",
                    without.size() > MOST_NAMED ? "等 " + without.size() + " 户）" : "）"));
  }

  private void visit(CaseVisit visit) {
    String at = visit.subject() + "：";
    if (!visit.recorded()) {
      missing.add(at + "检查结果尚未录入");
    }
    // 发现问题后续处理到位 (R10): a problem is not over because its papers are there.
    visit.unfollowed().forEach(item -> missing.add(at + "事项 " + item + " 发现的问题尚未处置"));
    visit.open().forEach(document -> missing.add(at + "后续处置未办结：" + document));
    for (PaperKind kind : PaperKind.values()) {
      if (kind.isOfVisit() && !visit.own().has(kind)) {
        paper(kind, Optional.of(visit), "");
      }
    }
  }

  /** Whose signature a recorded result went without: of a file nothing is agreed away. */
  private static String unsigned(PaperKind kind, Optional<CaseVisit> visit) {
    List<String> who =
        kind == PaperKind.RECORD ? visit.map(v -> v.own().unsigned()).orElse(List.of()) : List.of();
    return who.isEmpty()
        ? ""
        : "："
            + who.stream()
                .map(one -> one.equals("SUBJECT") ? "检查对象" : one)
                .collect(Collectors.joining("、"))
            + " 没有签名，须归入签名齐全的扫描件";
  }

  private void paper(PaperKind kind, Optional<CaseVisit> visit, String ofSome) {
    String at = visit.map(v -> v.subject() + "：").orElse("");
    Optional<Paper> paper = file.find(kind, visit.map(CaseVisit::subject));
    if (paper.isEmpty()) {
      missing.add(at + "缺" + kind.text() + unsigned(kind, visit) + ofSome);
      return;
    }
    for (Signature.Role role : kind.signers()) {
      if (role == Signature.Role.INSPECTOR) {
        visit.map(CaseVisit::inspectors).orElse(List.of()).stream()
            .filter(inspector -> !paper.get().isSigned(role, inspector))
            .forEach(inspector ->
                missing.add("%s%s缺%s %s 签字".formatted(at, kind.text(), role.text(), inspector)));
      } else if (!paper.get().isSigned(role)) {
        missing.add("%s%s缺%s签字".formatted(at, kind.text(), role.text()));
      }
    }
  }
}
