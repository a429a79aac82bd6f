package cn.doublerandom.draw.drawing;

/** Whom a witness (见证人) of a ceremony comes from. */
public enum WitnessKind {
  DISCIPLINE_INSPECTION("纪检监察"),
  ENTERPRISE("企业"),
  PUBLIC("公众"),
  OFFICE("本单位");

  private final String text;

  WitnessKind(String text) {
    this.text = text;
  }

  /** What an officer reads. */
  public String text() {
    return text;
  }
}
