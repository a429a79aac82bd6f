package cn.doublerandom.inspection.ui;

import cn.doublerandom.pagekit.PageAddress;
import io.quarkus.qute.TemplateExtension;

/** Where the pages of this service are; {@code go:} in a page. */
@TemplateExtension(namespace = "go")
public final class InspectionPlaces {
  private static final String VISITS = "/inspection/ui/visits";

  private InspectionPlaces() {}

  /** 更换和候补 of a draw, which the draw-service shows. */
  static String replacements(String drawId) {
    return "/draw/ui/draws/" + PageAddress.encoded(drawId) + "/replacements";
  }

  /** Signals of supervision, where a ticket begins. */
  static String signals() {
    return "/inspection/ui/supervision/signals";
  }

  static String tickets() {
    return "/inspection/ui/supervision/tickets";
  }

  static String ticket(String id) {
    return tickets() + "/" + PageAddress.encoded(id);
  }

  /** 通报, all of them and one. */
  static String bulletins() {
    return "/inspection/ui/supervision/bulletins";
  }

  static String bulletin(String id) {
    return bulletins() + "/" + PageAddress.encoded(id);
  }

  /** What is done with a hearing: answer, and its conclusion. */
  static String hearingStep(String place, String step) {
    return place + "/" + step;
  }

  /** 年度考核 of all units, and of one. */
  static String assessments() {
    return "/inspection/ui/supervision/assessments";
  }

  static String assessment(String id) {
    return assessments() + "/" + PageAddress.encoded(id);
  }

  /** What firms said of the visits of a year. */
  static String ratings(int year) {
    return "/inspection/ui/supervision/ratings?year=" + year;
  }

  /** 人员调离移交, all of them, one, and what is done with it. */
  static String departures() {
    return "/inspection/ui/departures";
  }

  static String departure(String inspector) {
    return departures() + "/" + PageAddress.encoded(inspector);
  }

  static String departureStep(String inspector, String step) {
    return departure(inspector) + "/" + step;
  }

  static String visits() {
    return VISITS;
  }

  static String visit(String id) {
    return VISITS + "/" + PageAddress.encoded(id);
  }

  /** A step of a visit, by the last segment of its address. */
  static String step(String id, String step) {
    return visit(id) + "/" + step;
  }

  /** What a subject sees by a code. */
  static String door(String code) {
    return "/inspection/ui/checks/" + PageAddress.encoded(code);
  }

  /** Where a firm rates its visit. */
  static String rating(String code) {
    return door(code) + "/rating";
  }

  static String doors() {
    return "/inspection/ui/checks";
  }

  /** Where the own signing key is enrolled and revoked. */
  static String signingKeys() {
    return "/inspection/ui/signing-keys";
  }

  static String revocation() {
    return signingKeys() + "/revocation";
  }

  /** What is open over all visits. */
  static String allFollowUps() {
    return "/inspection/ui/follow-ups";
  }

  static String followUps(String id) {
    return step(id, "follow-ups");
  }

  /** A re-check, for its two officers. */
  static String recheck(String id, int number) {
    return allFollowUps() + "/" + PageAddress.encoded(id) + "/" + number;
  }

  static String recheckStep(String id, int number, String step) {
    return recheck(id, number) + "/" + step;
  }

  static String followUp(String id, int number, String step) {
    return followUps(id) + "/" + number + "/" + step;
  }

  /** Tasks whose visits are seen again, and the visits one sees again oneself. */
  static String revisits() {
    return "/inspection/ui/revisits";
  }

  static String revisit(String task) {
    return revisits() + "/" + PageAddress.encoded(task);
  }

  static String revisitStep(String task, String step) {
    return revisit(task) + "/" + step;
  }

  /** A visit one sees again oneself. */
  static String ownRevisit(String task, String visit) {
    return "/inspection/ui/own-revisits/%s/%s"
        .formatted(PageAddress.encoded(task), PageAddress.encoded(visit));
  }

  static String ownRevisitItem(String task, String visit, String item) {
    return ownRevisit(task, visit) + "/items/" + PageAddress.encoded(item);
  }

  static String ownRevisitEnd(String task, String visit) {
    return ownRevisit(task, visit) + "/confirmation";
  }

  static String revisitScript() {
    return "/inspection/ui/scripts/" + VisitScripts.REVISIT.name();
  }

  /** All case files. */
  static String caseFiles() {
    return "/inspection/ui/case-files";
  }

  static String caseFile(String draw) {
    return caseFiles() + "/" + PageAddress.encoded(draw);
  }

  static String casePart(String draw, String part) {
    return caseFile(draw) + "/" + part;
  }

  static String scan(String draw, String sha256) {
    return casePart(draw, "scans") + "/" + PageAddress.encoded(sha256);
  }

  /** A paper of a visit, printed. */
  static String paper(String visit, String kind) {
    return step(visit, "papers") + "/" + kind;
  }

  static String receipts() {
    return "/inspection/ui/receipts";
  }

  static String receipt(String id, String number, String secret) {
    return "%s/%s/%s/%s"
        .formatted(
            receipts(),
            PageAddress.encoded(id),
            PageAddress.encoded(number),
            PageAddress.encoded(secret));
  }

  static String sizeScript() {
    return "/inspection/ui/scripts/" + VisitScripts.SIZE.name();
  }

  static String signScript() {
    return "/inspection/ui/scripts/" + VisitScripts.SIGN.name();
  }

  /** Where the phone's pages are that work without network; nothing else is of their worker. */
  static String phones() {
    return "/inspection/ui/phone/";
  }

  static String phone(String id) {
    return phones() + "visits/" + PageAddress.encoded(id);
  }

  static String phoneWorker() {
    return phones() + VisitScripts.PHONE_WORKER.name();
  }

  static String codesScript() {
    return "/inspection/ui/scripts/" + VisitScripts.CODES.name();
  }

  static String phoneScript() {
    return "/inspection/ui/scripts/" + VisitScripts.PHONE.name();
  }

  /** Where a phone hands in what was done without network. */
  static String stepsOf(String id) {
    return "/inspection/api/v1/visits/" + PageAddress.encoded(id) + "/steps";
  }

  /** Where a phone uploads what was taken without network. */
  static String evidenceOf(String id) {
    return "/inspection/api/v1/visits/" + PageAddress.encoded(id) + "/evidence";
  }

  /** Where evidence of a visit is added, and each piece of it is. */
  static String evidence(String id) {
    return step(id, "evidence");
  }

  static String piece(String id, String sha256) {
    return evidence(id) + "/" + PageAddress.encoded(sha256);
  }

  static String withdrawal(String id, String sha256) {
    return piece(id, sha256) + "/withdrawal";
  }

  static String decision(String id, String inspector) {
    return visit(id) + "/recusals/" + PageAddress.encoded(inspector);
  }

  /** What is done with an expert beside the team: decision, return and opinion. */
  static String expert(String id, String expert, String step) {
    return step(id, "experts") + "/" + PageAddress.encoded(expert) + "/" + step;
  }

  static String item(String id, String item) {
    return visit(id) + "/items/" + PageAddress.encoded(item);
  }
}
