package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.pagekit.PageAddress;
import io.quarkus.qute.TemplateExtension;

/** Where the pages of the draws are; {@code to:} in a page. */
@TemplateExtension(namespace = "to")
public final class DrawPlaces {
  private static final String DRAWS = "/draw/ui/draws";
  private static final String TASKS = "/draw/ui/tasks/";
  private static final String PROGRAMS = "/draw/api/v1/draws/";
  private static final String CEREMONY = "/draw/ui/ceremony";
  private static final String SUPERVISOR_KEYS = "/draw/ui/supervisor-keys";
  private static final String SCRIPTS = "/draw/ui/scripts/";

  private DrawPlaces() {}

  static String draws() {
    return DRAWS;
  }

  static String draw(String drawId) {
    return DRAWS + "/" + PageAddress.encoded(drawId);
  }

  /** A step of a draw, by the last segment of its address. */
  static String step(String drawId, String step) {
    return draw(drawId) + "/" + step;
  }

  static String explain(String drawId) {
    return step(drawId, "explain");
  }

  static String story(String drawId) {
    return step(drawId, "story");
  }

  /** The proof that an entry stands in the ledger; anybody may ask for it. */
  static String entry(long seq) {
    return PageAddress.of("/draw/log/proofs/inclusion").with("seq", seq).toString();
  }

  static String deviations() {
    return "/draw/ui/deviations";
  }

  static String explained(String drawId, String subject) {
    return PageAddress.of(explain(drawId)).with("subject", subject).toString();
  }

  static String explainedOfficer(String drawId, String inspector) {
    return PageAddress.of(explain(drawId)).with("inspector", inspector).toString();
  }

  static String voiding(String drawId) {
    return step(drawId, "void");
  }

  static String voidDecline(String drawId) {
    return step(drawId, "void/decline");
  }

  static String voidWithdrawal(String drawId) {
    return step(drawId, "void/withdrawal");
  }

  static String replacements(String drawId) {
    return step(drawId, "replacements");
  }

  /** The form that asks for a replacement, filled with whom it is about. */
  static String replacing(String drawId, String subject) {
    return PageAddress.of(replacements(drawId)).with("subject", subject).toString();
  }

  /** The form that does not agree to what was asked for a subject. */
  static String declining(String drawId, String subject) {
    return PageAddress.of(replacements(drawId)).with("decline", subject).toString();
  }

  static String codes(String drawId) {
    return step(drawId, "witness-codes");
  }

  static String wall(String drawId) {
    return step(drawId, "wall");
  }

  /** One picture of the wall. */
  static String picture(String drawId, int at) {
    return PageAddress.of(wall(drawId)).with("at", at).toString();
  }

  static String wallEvents(String drawId) {
    return wall(drawId) + "/events";
  }

  /** What was drawn, with room to sign. */
  static String printedList(String drawId) {
    return PROGRAMS + PageAddress.encoded(drawId) + "/papers/LIST";
  }

  /** How it was drawn, with room to sign. */
  static String printedRecord(String drawId) {
    return PROGRAMS + PageAddress.encoded(drawId) + "/papers/RECORD";
  }

  /** The programme of a task, and its rounds. */
  static String programme(String task) {
    return TASKS + PageAddress.encoded(task);
  }

  /** The terms of the next round of a task. */
  static String terms(String task) {
    return programme(task) + "/draw";
  }

  static String freeze(String task, int members) {
    return PageAddress.of(programme(task) + "/draw/freeze").with("members", members).toString();
  }

  static String exclusions(String task) {
    return programme(task) + "/draw/exclusions";
  }

  static String exclusionApproval(String task, String subject) {
    return exclusions(task) + "/" + PageAddress.encoded(subject) + "/approval";
  }

  static String exclusionWithdrawal(String task, String subject) {
    return exclusions(task) + "/" + PageAddress.encoded(subject) + "/withdrawal";
  }

  static String exclusionDecline(String task, String subject) {
    return exclusions(task) + "/" + PageAddress.encoded(subject) + "/decline";
  }

  static String ceremonies() {
    return CEREMONY;
  }

  /** The page of a witness; his code is typed there, or stands behind the # of his link. */
  static String ceremony(String drawId) {
    return CEREMONY + "/" + PageAddress.encoded(drawId);
  }

  static String ceremonyStep(String drawId, String step) {
    return ceremony(drawId) + "/" + step;
  }

  static String wallScript() {
    return SCRIPTS + DrawScripts.WALL.name();
  }

  static String ceremonyScript() {
    return SCRIPTS + DrawScripts.CEREMONY.name();
  }

  static String depositScript() {
    return SCRIPTS + DrawScripts.DEPOSIT.name();
  }

  static String supervisorKeys() {
    return SUPERVISOR_KEYS;
  }
}
