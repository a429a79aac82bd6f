package cn.doublerandom.inspection;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals of 督导单. */
public enum TicketRejection implements Rejection {
  TICKET_UNKNOWN("ticket-unknown", "没有这份督导单。", "No such ticket of supervision.", Kind.UNKNOWN),
  TICKET_NO_SIGNAL(
      "ticket-no-signal",
      "这个单位本年度没有这类提示，不能开督导单。",
      "The unit shows no signal of that kind in that year.",
      Kind.CONFLICT),
  TICKET_OPEN(
      "ticket-open",
      "就这类提示已经开了督导单，办结以后才能再开。",
      "A ticket about this is open: another one follows when it is closed.",
      Kind.CONFLICT),
  TICKET_CLOSED("ticket-closed", "这份督导单已经办结。", "The ticket is closed.", Kind.CONFLICT),
  TICKET_ANSWERED("ticket-answered", "单位已经答复。", "The unit has answered.", Kind.CONFLICT),
  TICKET_UNHEARD(
      "ticket-unheard",
      "单位还没有答复，答复期限也没有过，不能办结。",
      "The unit was not heard yet, and its day is not over.",
      Kind.CONFLICT),
  TICKET_DAY_UNFIT(
      "ticket-day-unfit",
      "答复期限须在今天以后、90 天以内。",
      "The day to answer by is after today and within 90 days.",
      Kind.INVALID),
  TICKET_WORDS_MISSING(
      "ticket-words-missing",
      "须用文字写明，至少两个字。",
      "Words are needed, two signs at least.",
      Kind.INVALID),
  TICKET_OWN_UNIT("ticket-own-unit", "不能督导本单位。", "Nobody supervises his own unit.", Kind.FORBIDDEN),
  TICKET_OF_ANOTHER_UNIT(
      "ticket-of-another-unit",
      "督导单由被问的单位负责人答复。",
      "The lead of the unit that is asked answers.",
      Kind.FORBIDDEN),
  TICKET_NEEDS_SECOND_PERSON(
      "ticket-needs-second-person",
      "开督导单的人不能自己办结，须由另一名督导人员办结。",
      "Whoever opened a ticket does not close it.",
      Kind.FORBIDDEN);

  private final Wording wording;

  TicketRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
