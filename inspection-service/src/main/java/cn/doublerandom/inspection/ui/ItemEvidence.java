package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.evidence.EvidenceKind;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.ui.Forms;
import java.util.List;
import java.util.Map;

/**
 * What was taken of one item, as its page shows it.
 *
 * @param of the whole visit
 * @param step whose form was refused: the hash of a piece; empty where none was
 */
record ItemEvidence(List<EvidenceLine> of, String item, String step, FilledForm refused) {
  ItemEvidence {
    of = List.copyOf(of);
  }

  Shown over(String version, Forms forms) {
    return new Shown(
        of.stream().filter(one -> item.equals(one.evidence().item())).toList(),
        step,
        refused.over(version, Map.of()),
        forms,
        version);
  }

  /**
   * The same with the forms of the page.
   *
   * @param pieces in the order in which they came, also what was withdrawn
   */
  public record Shown(
      List<EvidenceLine> pieces, String step, FilledForm refused, Forms forms, String version) {
    public Shown {
      pieces = List.copyOf(pieces);
    }

    /** Whether any of them says something of itself. */
    public boolean isSaying() {
      return pieces.stream().anyMatch(one -> one.photo() != null);
    }

    /** The form that takes a piece back. */
    public FilledForm form(String which) {
      return which.equals(step) ? refused : forms.blank().over(version, Map.of());
    }

    /** Whether it was refused, so that it is shown open. */
    public boolean isOpen(String which) {
      return which.equals(step) && refused.isRefused();
    }

    /** How many photos answer a question. */
    public long photos(String question) {
      return pieces.stream()
          .filter(one -> one.kept().stands())
          .filter(one -> one.evidence().kind() == EvidenceKind.PHOTO)
          .filter(one -> question.equals(one.evidence().question()))
          .count();
    }
  }
}
