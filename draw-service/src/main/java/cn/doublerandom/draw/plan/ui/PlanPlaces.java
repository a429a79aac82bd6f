package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.pagekit.PageAddress;
import io.quarkus.qute.TemplateExtension;

/** Where the pages of plans are; {@code go:} in a page. */
@TemplateExtension(namespace = "go", priority = PlanPlaces.PRIORITY)
public final class PlanPlaces {
  /** The pages of draws have places of the same namespace. */
  static final int PRIORITY = 6;

  private static final String PLANS = "/draw/ui/plans";
  private static final String IMPORT = PLANS + "/import";
  private static final String PROGRAMS = "/draw/api/v1/plans/";

  private PlanPlaces() {}

  static String plans() {
    return PLANS;
  }

  static String plan(String key) {
    return PLANS + "/" + PageAddress.encoded(key);
  }

  /**
   * Those of its tasks that are to be drawn.
   *
   * @param which due or overdue; all where it is empty
   */
  static String planTasks(String key, String which) {
    return PageAddress.of(plan(key)).with("tasks", which).toString();
  }

  /** A step of a plan's way, as it is called below its address. */
  static String planStep(String key, String step) {
    return plan(key) + "/" + step;
  }

  static String planTask(String key, String task) {
    return plan(key) + "/tasks/" + PageAddress.encoded(task);
  }

  static String taskStep(String key, String task, String step) {
    return planTask(key, task) + "/" + step;
  }

  static String planChecks(String key) {
    return plan(key) + "/checks";
  }

  static String justification(String key, String item) {
    return planChecks(key) + "/justifications/" + PageAddress.encoded(item);
  }

  static String combinations(String key) {
    return planChecks(key) + "/combinations";
  }

  static String separation(String key, String lead) {
    return combinations(key) + "/" + PageAddress.encoded(lead) + "/separation";
  }

  /**
   * Where a table is brought.
   *
   * @param adjusts key of the published plan it is to change; empty where it is another
   */
  static String planImport(String adjusts) {
    return PageAddress.of(IMPORT).with("plan", adjusts).toString();
  }

  /** Where the table is sent to. */
  static String planSent(String adjusts) {
    return adjusts.isEmpty() ? IMPORT + "s" : plan(adjusts) + "/adjustments";
  }

  /** The annex as it is printed, sealed and filed. */
  static String planAnnex(String key) {
    return PROGRAMS + PageAddress.encoded(key) + "/annex.pdf";
  }

  /** A published table as a document: {@code xlsx}, {@code docx}, {@code html}. */
  static String planTable(String key, String form) {
    return PROGRAMS + PageAddress.encoded(key) + "/table." + form;
  }
}
