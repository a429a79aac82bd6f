package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.ui.Forms;
import io.quarkus.qute.TemplateData;
import java.util.Map;

/**
 * The forms of a page that holds several: the one that was sent keeps what was typed and what is
 * wrong with it.
 *
 * @param sent name of the one that was sent; empty where none was
 * @param version of the plan they are all about
 */
@TemplateData
public record Acts(String sent, FilledForm typed, Forms forms, long version) {
  /** Nothing was sent yet. */
  static Acts fresh(Forms forms) {
    return new Acts("", forms.blank(), forms, 0);
  }

  /** The same over the plan as it stands. */
  Acts over(long now) {
    return new Acts(sent, typed, forms, now);
  }

  /** The form of one action. */
  public FilledForm of(String name) {
    return name.equals(sent) ? typed.over(Long.toString(version), Map.of()) : forms.blank(version);
  }

  public boolean refused(String name) {
    return name.equals(sent) && typed.isRefused();
  }
}
