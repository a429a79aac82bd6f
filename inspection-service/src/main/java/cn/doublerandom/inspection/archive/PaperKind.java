package cn.doublerandom.inspection.archive;

import java.util.List;

/** The papers a case file must hold, and who signs each. The text is what an officer reads. */
public enum PaperKind {
  DRAW_RECORD("抽取记录", "record of the draw", false, List.of(Signature.Role.WITNESS)),
  TRAINING("检查前培训记录", "record of the training", false, List.of(Signature.Role.LEADER)),
  NOTICE("行政检查通知书", "notice of the inspection", true, List.of(Signature.Role.SEAL)),
  RECORD(
      "现场检查笔录",
      "record of the visit",
      true,
      List.of(Signature.Role.INSPECTOR, Signature.Role.SUBJECT, Signature.Role.LEADER));

  private final String text;
  private final String english;
  private final boolean ofVisit;
  private final List<Signature.Role> signers;

  PaperKind(String text, String english, boolean ofVisit, List<Signature.Role> signers) {
    this.text = text;
    this.english = english;
    this.ofVisit = ofVisit;
    this.signers = List.copyOf(signers);
  }

  /** As the paper that is printed is called. */
  public String text() {
    return text;
  }

  String english() {
    return english;
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
