package cn.doublerandom.inspection.ui;

import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.ui.Forms;
import java.util.Map;
import java.util.Set;

/**
 * The forms of a page with several: the one that was refused with what was typed, the others blank,
 * each about the stream it changes.
 *
 * @param step whose form was refused; empty where none was
 * @param visit version of the visit
 * @param preparation version of what goes before it
 */
public record StepForms(
    Forms forms, String step, FilledForm refused, long visit, long preparation) {
  private static final String OF_EXPERT = "expert";
  private static final Set<String> OF_VISIT =
      Set.of(
          "start",
          "finish",
          "finish-approval",
          "result",
          "statement",
          "subject-GLASS",
          "subject-TYPED",
          "subject-REFUSED",
          "signatures",
          "confirmation",
          "return",
          "legal-review",
          "legal-return",
          "hold",
          "lifting",
          "day",
          "day-approval",
          "day-decline",
          "handover",
          "handover-return",
          "signature-gaps",
          "signature-gaps-approval",
          "signature-gaps-decline",
          "dispute");

  /** The form of a step. */
  public FilledForm of(String which) {
    FilledForm form = which.equals(step) ? refused : forms.blank();
    return form.over(Long.toString(isOfVisit(which) ? visit : preparation), Map.of());
  }

  private static boolean isOfVisit(String which) {
    return OF_VISIT.contains(which) || which.startsWith(OF_EXPERT);
  }

  /** The form of what is done with an expert beside the team. */
  public FilledForm expert(String step, String expert) {
    return of(OF_EXPERT + "-" + step + "-" + expert);
  }

  public boolean isExpertOpen(String step, String expert) {
    return isOpen(OF_EXPERT + "-" + step + "-" + expert);
  }

  /** The form of the decision on an officer's recusal. */
  public FilledForm decision(String inspector) {
    return of("decision-" + inspector);
  }

  /** Whether the form of a step was refused, so that it is shown open. */
  public boolean isOpen(String which) {
    return which.equals(step) && refused.isRefused();
  }
}
