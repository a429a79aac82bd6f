package cn.doublerandom.publication.ui;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.publication.result.ResultDesk;
import io.quarkus.qute.TemplateExtension;

/** Where the pages of this service's desk are; {@code go:} in a page. */
@TemplateExtension(namespace = "go")
public final class PublicationPlaces {
  private static final String NOTICES = "/publication/ui/notices";
  private static final String DISCIPLINES = "/publication/ui/disciplines";
  private static final String LETTERS = "/publication/ui/letters";
  private static final String WEBHOOKS = "/publication/ui/webhooks";
  private static final String OBJECTIONS = "/publication/ui/objections";

  private PublicationPlaces() {}

  /** Who came in by the doors of the gateways. */
  static String signIns() {
    return "/publication/ui/sign-ins";
  }

  /** The public search of results. */
  static String search() {
    return "/publication/ui/search";
  }

  /** The public page of a subject, by its code. */
  static String firm(String code) {
    return "/publication/ui/firms/" + PageAddress.encoded(code);
  }

  /** Where a form asks for one. */
  static String firms() {
    return "/publication/ui/firms";
  }

  /** 月报、年报. */
  static String reports() {
    return "/publication/ui/reports";
  }

  /** The workbook of one. */
  static String reportTable(String period) {
    return "/publication/api/v1/reports/" + period + "/table";
  }

  /** 公示账本. */
  static String noticeLog() {
    return "/publication/ui/notice-log";
  }

  /** The files of the log, for programs. */
  static String logFiles(String file) {
    return "/publication/log/notices/" + file;
  }

  /**
   * Where a notice stands in the log.
   *
   * @param kinds plural, as it stands in addresses
   */
  static String proofPage(String kinds, String id) {
    return "/publication/ui/proofs/" + kinds + "/" + PageAddress.encoded(id);
  }

  /** A notice as a paper. */
  static String paper(String kinds, String id) {
    return "/publication/api/v1/" + kinds + "/" + PageAddress.encoded(id) + "/notice.pdf";
  }

  /** The same of a part of a long list. */
  static String paperPart(String drawId, int part) {
    return PageAddress.of(paper("draws", drawId)).with("part", part).toString();
  }

  /** The same for programs. */
  static String proof(String kinds, String id) {
    return "/publication/api/v1/" + kinds + "/" + PageAddress.encoded(id) + "/proof";
  }

  static String notices() {
    return NOTICES;
  }

  /** The list of those at a stage. */
  static String stage(String stage) {
    return PageAddress.of(NOTICES).with("state", ResultDesk.Stage.valueOf(stage).name()).toString();
  }

  static String notice(String resultId) {
    return NOTICES + "/" + PageAddress.encoded(resultId);
  }

  /** 异议: where a firm types the number of its result and its code. */
  static String objections() {
    return OBJECTIONS;
  }

  /** The same for a result whose number is known. */
  static String objectionTo(String resultId) {
    return named(PageAddress.of(OBJECTIONS).with("result", resultId), resultId).toString();
  }

  /** An address that has no id in its path names the bureau, where it is not the first. */
  static PageAddress named(PageAddress place, String resultId) {
    return place.with("bureau", bureauOf(resultId));
  }

  /** The bureau an id begins with, where it is not the first; else empty. */
  static String bureauOf(String id) {
    return BureauKey.ofId(id)
        .filter(key -> !key.equals(BureauKey.SEED))
        .map(BureauKey::text)
        .orElse("");
  }

  /** What a firm sees by its code. */
  static String objection(String resultId, String code) {
    return OBJECTIONS + "/" + PageAddress.encoded(resultId) + "/" + PageAddress.encoded(code);
  }

  /** 公众来信: where anybody writes. */
  static String letters() {
    return LETTERS;
  }

  /** What who has a receipt sees. */
  static String letter(String id, String code) {
    return LETTERS + "/" + PageAddress.encoded(id) + "/" + PageAddress.encoded(code);
  }

  /** Where a receipt is typed. */
  static String letterLook() {
    return LETTERS + "/look";
  }

  /** The letters as officers have them. */
  static String lettersDesk() {
    return LETTERS + "/desk";
  }

  /** One of them. */
  static String letterAtDesk(String id) {
    return lettersDesk() + "/" + PageAddress.encoded(id);
  }

  /** What is done with it: reply, and approval or refusal of that. */
  static String letterAct(String id, String act) {
    return letterAtDesk(id) + "/" + act;
  }

  /** 通报的撤销, and what is done there: nothing to ask for it, approval, decline. */
  static String withdrawalAct(String bulletinId, String act) {
    return "/publication/ui/bulletins/" + PageAddress.encoded(bulletinId) + "/withdrawal" + act;
  }

  /** 推送订阅: who is told by webhook. */
  static String webhooks() {
    return WEBHOOKS;
  }

  /** One of them. */
  static String webhook(String id) {
    return WEBHOOKS + "/" + PageAddress.encoded(id);
  }

  /** What is done with it: approval, decline, pause, resumption, end, secret, redelivery. */
  static String webhookAct(String id, String act) {
    return webhook(id) + "/" + act;
  }

  /** Where a dead letter is sent again. */
  static String redelivery(String id, String message) {
    return webhookAct(id, "messages/" + PageAddress.encoded(message) + "/redelivery");
  }

  /** 信用修复: where the same firm asks for it. */
  static String repair(String resultId, String code) {
    return objection(resultId, code) + "/repair";
  }

  /** 联合惩戒: where a receiver's answer was taken. */
  static String disciplines() {
    return DISCIPLINES;
  }

  /** What a receiver is asked to do, by its link. */
  static String discipline(String resultId, String number, String secret) {
    return DISCIPLINES
        + "/"
        + PageAddress.encoded(resultId)
        + "/"
        + number
        + "/"
        + PageAddress.encoded(secret);
  }

  /** A file of an objection, for officers. */
  static String objectionFile(String resultId, int number, String sha256) {
    return notice(resultId) + "/objections/" + number + "/" + sha256;
  }

  static String publish(String resultId) {
    return act(resultId, "publication");
  }

  /** What is done with a publication: correction, withdrawal, approval, decline. */
  static String act(String resultId, String act) {
    return notice(resultId) + "/" + act;
  }
}
