package cn.doublerandom.inspection.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 档案资料齐全，签字完整: what is still missing, one line each. */
public final class Completeness {
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
      if (!kind.isOfVisit()) {
        report.paper(kind, Optional.empty());
      }
    }
    visits.forEach(report::visit);
    return report.missing;
  }

  private void visit(CaseVisit visit) {
    if (!visit.recorded()) {
      missing.add(visit.subject() + "：检查结果尚未录入");
    }
    for (PaperKind kind : PaperKind.values()) {
      if (kind.isOfVisit()) {
        paper(kind, Optional.of(visit));
      }
    }
  }

  private void paper(PaperKind kind, Optional<CaseVisit> visit) {
    String at = visit.map(v -> v.subject() + "：").orElse("");
    Optional<Paper> paper = file.find(kind, visit.map(CaseVisit::subject));
    if (paper.isEmpty()) {
      missing.add(at + "缺" + kind.text());
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
