package cn.doublerandom.inspection;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals of 通报. */
public enum BulletinRejection implements Rejection {
  BULLETIN_UNKNOWN("bulletin-unknown", "没有这份通报。", "No such bulletin.", Kind.UNKNOWN),
  BULLETIN_NOTHING_COUNTED(
      "bulletin-nothing-counted",
      "所选单位中有的在这一年没有可以通报的数据。",
      "The year shows nothing of one of these units.",
      Kind.CONFLICT),
  BULLETIN_DRAWN_UP(
      "bulletin-drawn-up",
      "这一期通报已经拟定，正在听取意见。",
      "This issue is drawn up and the units are being heard.",
      Kind.CONFLICT),
  BULLETIN_CONCLUDED(
      "bulletin-concluded", "这一期通报已经办结，请用下一个期号。", "This issue is concluded.", Kind.CONFLICT),
  BULLETIN_ANSWERED("bulletin-answered", "单位已经陈述。", "The unit has answered.", Kind.CONFLICT),
  BULLETIN_UNHEARD(
      "bulletin-unheard",
      "还有单位没有陈述，期限也没有过，不能办结。",
      "A unit was not heard yet, and its day is not over.",
      Kind.CONFLICT),
  BULLETIN_WORDS_MISSING(
      "bulletin-words-missing",
      "须用文字写明，至少两个字。",
      "Words are needed, two signs at least.",
      Kind.INVALID),
  BULLETIN_MEANT_FOR_BUREAU(
      "bulletin-meant-for-bureau",
      "拟定时没有说明要向社会公开，各单位也没有就公开陈述，只能内部通报或者不予通报。",
      "It was not drawn up to be public, and the units were not heard about that.",
      Kind.CONFLICT),
  BULLETIN_OWN_UNIT(
      "bulletin-own-unit",
      "不能拟定或办结写到本单位的通报。",
      "Nobody draws up or concludes a bulletin that names his own unit.",
      Kind.FORBIDDEN),
  BULLETIN_OF_OTHER_UNITS(
      "bulletin-of-other-units",
      "由通报写到的单位的负责人陈述。",
      "The leads of the units it names answer.",
      Kind.FORBIDDEN),
  BULLETIN_NEEDS_SECOND_PERSON(
      "bulletin-needs-second-person",
      "拟定通报的人不能自己办结，须由另一名督导人员办结。",
      "Whoever drew up a bulletin does not conclude it.",
      Kind.FORBIDDEN);

  private final Wording wording;

  BulletinRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
