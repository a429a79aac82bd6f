package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.registry.intake.IntakeKind;
import cn.doublerandom.registry.readiness.Point;
import io.quarkus.qute.TemplateExtension;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where the pages of this service are; {@code go:} in a page. */
@TemplateExtension(namespace = "go")
public final class RegistryPlaces {
  private static final String SUBJECTS = "/registry/ui/subjects";
  private static final String INSPECTORS = "/registry/ui/inspectors";
  private static final String ITEMS = "/registry/ui/items";
  private static final String BUREAUS = "/registry/ui/bureaus";
  private static final String DEPUTIES = "/registry/ui/deputies";
  private static final String PROPOSALS = "/registry/ui/proposals";
  private static final String OFFICES = "/registry/ui/offices";
  private static final String EXPERTS = "/registry/ui/experts";
  private static final String HOLIDAYS = "/registry/ui/holidays";
  private static final String EXCHANGE = "/registry/ui/exchange";
  private static final String READINESS = "/registry/ui/readiness";
  private static final String PACKS = "/registry/ui/rule-packs";
  private static final String REQUESTS = "/registry/ui/requests";
  private static final String IMPORTS = "/registry/ui/imports";
  private static final String SCRIPTS = "/registry/ui/scripts/";

  private RegistryPlaces() {}

  static String subjects() {
    return SUBJECTS;
  }

  static String subject(String id) {
    return SUBJECTS + "/" + PageAddress.encoded(id);
  }

  static String status(String id) {
    return subject(id) + "/status";
  }

  static String merge(String id) {
    return subject(id) + "/merge";
  }

  static String unmerge(String id) {
    return subject(id) + "/unmerge";
  }

  static String imports() {
    return IMPORTS;
  }

  /**
   * Where a file for a register is handed in; it takes as many bytes as the address of programs.
   */
  static String handIn(IntakeKind kind) {
    return switch (kind) {
      case SUBJECTS -> SUBJECTS + "/imports";
      case RISK_CLASSES -> SUBJECTS + "/risk-classes/imports";
      case INSPECTORS -> INSPECTORS + "/imports";
      case ITEMS -> ITEMS + "/imports";
    };
  }

  /** An empty table to be filled in. */
  static String template(IntakeKind kind, String ending) {
    return IMPORTS + "/templates/" + kind.name() + "." + ending;
  }

  static String handedIn(String id) {
    return IMPORTS + "/" + PageAddress.encoded(id);
  }

  /** What is done with a file that was handed in: taking, check, discard, stop, marked. */
  static String handedIn(String id, String act) {
    return handedIn(id) + "/" + act;
  }

  /** The script that looks how far a file is. */
  static String importScript() {
    return SCRIPTS + RegistryScripts.UNDER_WAY.name();
  }

  /** The script that looks how large a file is before it is sent. */
  static String handInScript() {
    return SCRIPTS + RegistryScripts.HAND_IN.name();
  }

  static String inspectors() {
    return INSPECTORS;
  }

  static String inspector(String id) {
    return INSPECTORS + "/" + PageAddress.encoded(id);
  }

  static String items() {
    return ITEMS;
  }

  static String item(String code) {
    return ITEMS + "/" + PageAddress.encoded(code);
  }

  static String holidays() {
    return HOLIDAYS;
  }

  static String requests() {
    return REQUESTS;
  }

  /** What waits of one thing, by what it is about. */
  static String request(String kind, String... about) {
    return Arrays.stream(about)
        .map(PageAddress::encoded)
        .collect(Collectors.joining("/", REQUESTS + "/" + kind + "/", ""));
  }

  static String handInSubjects() {
    return handIn(IntakeKind.SUBJECTS);
  }

  static String handInInspectors() {
    return handIn(IntakeKind.INSPECTORS);
  }

  static String leaves(String inspector) {
    return inspector(inspector) + "/leaves";
  }

  static String recusals(String inspector) {
    return inspector(inspector) + "/recusals";
  }

  static String revocation(String inspector, String subject) {
    return inspector(inspector) + "/recusals/" + PageAddress.encoded(subject) + "/revocation";
  }

  static String eraseInspector(String id) {
    return inspector(id) + "/erasure";
  }

  static String eraseSubject(String id) {
    return subject(id) + "/erasure";
  }

  static String handInItems() {
    return handIn(IntakeKind.ITEMS);
  }

  static String catalogues() {
    return ITEMS + "/catalogues";
  }

  static String claim(String item) {
    return item(item) + "/claim";
  }

  static String checklist(String item) {
    return item(item) + "/checklist";
  }

  static String bureaus() {
    return BUREAUS;
  }

  static String bureau(String key) {
    return BUREAUS + "/" + PageAddress.encoded(key);
  }

  /** What is done with a bureau, as it is called below its address. */
  static String bureauStep(String key, String step) {
    return bureau(key) + "/" + step;
  }

  static String deputies() {
    return DEPUTIES;
  }

  static String deputy(String deputy, String principal) {
    return DEPUTIES + "/" + PageAddress.encoded(deputy) + "/" + PageAddress.encoded(principal);
  }

  /** What is done with the entry of a deputy, as it is called below its address. */
  static String deputyStep(String deputy, String principal, String step) {
    return deputy(deputy, principal) + "/" + step;
  }

  static String proposals() {
    return PROPOSALS;
  }

  static String proposal(String id) {
    return PROPOSALS + "/" + PageAddress.encoded(id);
  }

  /** What is done with a proposal of a result: status, credit, decline. */
  static String proposalStep(String id, String step) {
    return proposal(id) + "/" + step;
  }

  static String offices() {
    return OFFICES;
  }

  static String office(String unit) {
    return OFFICES + "/" + PageAddress.encoded(unit);
  }

  static String mandate(String unit) {
    return office(unit) + "/mandate";
  }

  static String experts() {
    return EXPERTS;
  }

  static String expert(String id) {
    return EXPERTS + "/" + PageAddress.encoded(id);
  }

  /** What is done with an expert: withdrawal, erasure, change. */
  static String expert(String id, String act) {
    return expert(id) + "/" + act;
  }

  static String release(String item) {
    return item(item) + "/release";
  }

  static String exchange() {
    return EXCHANGE;
  }

  static String compare() {
    return EXCHANGE + "/comparisons";
  }

  static String comparison(long number) {
    return EXCHANGE + "/" + number;
  }

  static String readiness() {
    return READINESS;
  }

  static String point(Point point) {
    return READINESS + "/" + point.name();
  }

  static String packs() {
    return PACKS;
  }

  static String pack(String id) {
    return PACKS + "/" + PageAddress.encoded(id);
  }
}
