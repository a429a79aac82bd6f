package cn.doublerandom.inspection.archive;

import java.util.List;

/** The papers a case file must hold, and who signs each. The text is what an officer reads. */
public enum PaperKind {
  DRAW_RECORD("抽取记录", false, List.of(Signature.Role.WITNESS)),
  TRAINING("检查前培训记录", false, List.of(Signature.Role.LEADER)),
  NOTICE("随机抽查通知书", true, List.of(Signature.Role.SEAL)),
  RECORD(
      "抽查情况记录表",
      true,
      List.of(Signature.Role.INSPECTOR, Signature.Role.SUBJECT, Signature.Role.LEADER));

  private final String text;
  private final boolean ofVisit;
  private final List<Signature.Role> signers;

  PaperKind(String text, boolean ofVisit, List<Signature.Role> signers) {
    this.text = text;
    this.ofVisit = ofVisit;
    this.signers = List.copyOf(signers);
  }

  public String text() {
    return text;
  }

  /** Whether there is one for each visited subject, and not one for the whole draw. */
  public boolean isOfVisit() {
    return ofVisit;
  }

  /** In which roles somebody must sign; of inspectors the whole team. */
  public List<Signature.Role> signers() {
    return signers;
  }
}
