package cn.doublerandom.registry.intake;

import cn.doublerandom.eventstore.decider.Rejection;

/** Why an import is not undone, or an entry not given back what it was. */
public enum UndoRejection implements Rejection {
  UNDO_CAUSE_UNKNOWN(
      "undo-cause-unknown",
      "这次导入时还没有逐条记下由哪份文件而来，不能整批撤销；请逐条更正，或交一份更正后的文件。",
      "The rows of this import do not name it as their cause: correct them one by one or by a table.",
      Kind.CONFLICT),
  UNDO_NOTHING(
      "undo-nothing",
      "没有可以改回的条目：这次导入没有留下改动，或都已另有变更。",
      "Nothing can be given back: it changed nothing, or all of it was changed since.",
      Kind.CONFLICT),
  UNDO_WAITS(
      "undo-waits",
      "已有人申请撤销这次导入，请先批准、驳回或撤回。",
      "The undo of this import waits for a second person: approve, decline or withdraw it first.",
      Kind.CONFLICT),
  UNDO_NOT_REQUESTED(
      "undo-not-requested",
      "没有待批准的撤销申请。",
      "Nobody has asked that this import be undone.",
      Kind.CONFLICT),
  UNDO_DONE("undo-done", "这次导入的撤销已经批准。", "The undo of this import was agreed to.", Kind.CONFLICT),
  UNDO_NEEDS_SECOND_PERSON(
      "undo-needs-second-person",
      "申请撤销导入的人不能自己批准或驳回。",
      "Whoever asked that an import be undone may not decide on it.",
      Kind.FORBIDDEN),
  UNDO_ASKED_BY_ANOTHER(
      "undo-asked-by-another",
      "只有申请人可以撤回；他人的申请请由另一人驳回。",
      "Only whoever asked takes it back; another person declines it.",
      Kind.FORBIDDEN),
  CHANGED_SINCE_IMPORT(
      "changed-since-import",
      "导入之后又有变更，不改回。",
      "It was changed after the import and is left as it is.",
      Kind.CONFLICT);

  private final Wording wording;

  UndoRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
