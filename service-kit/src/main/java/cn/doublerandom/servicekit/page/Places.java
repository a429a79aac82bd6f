package cn.doublerandom.servicekit.page;

import cn.doublerandom.pagekit.PageAddress;
import io.quarkus.qute.TemplateExtension;

/**
 * Where the public pages of all services are, below the one origin; {@code at:} in a page. A page
 * names a place and never writes an address of another service.
 */
@TemplateExtension(namespace = "at")
public final class Places {
  private static final String PORTAL = "/publication/ui";
  private static final String VERIFY = "/draw/ui/verify";

  private Places() {}

  static String portal() {
    return PORTAL;
  }

  /** The home of who is signed in. */
  static String desk() {
    return "/desk";
  }

  static String signin() {
    return "/signin";
  }

  static String signout() {
    return "/signout";
  }

  /** In which of his bureaus somebody acts. */
  static String bureau() {
    return "/bureau";
  }

  /** In which of his roles somebody acts. */
  static String role() {
    return "/role";
  }

  /** How somebody reads: the gateway keeps it and goes back. */
  static String look(String what, String value, PageAddress to) {
    return PageAddress.of("/look").with(what, value).with("to", to).toString();
  }

  static String overdue() {
    return PORTAL + "/overdue";
  }

  /** The search of published results. */
  static String search() {
    return PORTAL + "/search";
  }

  /** 流程、标准、后果、权利 in plain words. */
  static String guide() {
    return PORTAL + "/guide";
  }

  /** 开放数据: files, feeds and how to count again. */
  static String openData() {
    return PORTAL + "/open-data";
  }

  /** 公众来信. */
  static String letters() {
    return PORTAL + "/letters";
  }

  static String anchors() {
    return PORTAL + "/anchors";
  }

  public static String plan(String planKey) {
    return PORTAL + "/plans/" + planKey;
  }

  static String programme(String programmeId) {
    return PORTAL + "/programmes/" + programmeId;
  }

  static String bulletin(String bulletinId) {
    return PORTAL + "/bulletins/" + bulletinId;
  }

  /** Where a supervisor asks that it hold no more. */
  static String bulletinWithdrawal(String bulletinId) {
    return bulletin(bulletinId) + "/withdrawal";
  }

  static String draw(String drawId) {
    return PORTAL + "/draws/" + drawId;
  }

  static String results(String drawId) {
    return draw(drawId) + "/results";
  }

  static String result(String resultId) {
    return PORTAL + "/results/" + resultId;
  }

  /**
   * Where a public notice says where it stands in the log of notices.
   *
   * @param kinds plural, as it stands in addresses
   */
  public static String noticeProof(String kinds, String id) {
    return PORTAL + "/proofs/" + kinds + "/" + id;
  }

  /** A visit with its record and evidence, for who may read it. */
  static String visit(String visitId) {
    return "/inspection/ui/visits/" + visitId;
  }

  /** Where a firm looks by the code of a visit who may stand before it. */
  static String checks() {
    return "/inspection/ui/checks";
  }

  static String verify() {
    return VERIFY;
  }

  public static String verifyDraw(String drawId) {
    return VERIFY + "?draw=" + drawId;
  }

  /** Where anybody asks why a subject was drawn, or was not. */
  public static String why() {
    return "/draw/ui/why";
  }

  /** Where its form leads. */
  static String whyOf() {
    return why() + "/of";
  }

  /** The answer for a draw. */
  public static String why(String drawId, String subject) {
    return PageAddress.of(why() + "/" + drawId).with("subject", subject).toString();
  }

  /** The verifier as one file, to be run elsewhere. */
  static String verifier() {
    return "/draw/ui/verify.mjs";
  }

  static String verifierOfPage() {
    return "/draw/ui/verify-page.mjs";
  }

  static String fairness() {
    return "/draw/ui/fairness";
  }

  static String fairnessData() {
    return "/draw/api/v1/fairness";
  }

  static String bundle(String drawId) {
    return "/draw/api/v1/draws/" + drawId + "/bundle";
  }

  static String bundleZip(String drawId) {
    return bundle(drawId) + ".zip";
  }

  static String checkpoint(String service) {
    return "/" + service + "/log/checkpoint";
  }
}
