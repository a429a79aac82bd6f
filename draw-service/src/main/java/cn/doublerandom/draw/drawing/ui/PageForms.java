package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.ui.Forms;
import java.util.Map;

/** The forms of a page: the one that was sent and refused as it was typed, the others empty. */
final class PageForms {
  private final String refused;
  private final FilledForm sent;
  private final Forms forms;
  private final long version;

  private PageForms(String refused, FilledForm sent, Forms forms, long version) {
    this.refused = refused;
    this.sent = sent;
    this.forms = forms;
    this.version = version;
  }

  /**
   * What was sent to a page.
   *
   * @param form which of its forms; empty where none was
   */
  record Sent(String form, FilledForm filled) {
    static final Sent NOTHING = new Sent("", FilledForm.empty("", ""));
  }

  static PageForms of(Sent sent, Forms forms, long version) {
    return new PageForms(sent.form(), sent.filled(), forms, version);
  }

  /** A form by its name, about what the page shows. */
  public FilledForm of(String name) {
    return refused.equals(name)
        ? sent.over(Long.toString(version), Map.of())
        : forms.blank(version);
  }

  /** A form that stands in many rows, by its name and what its row is about. */
  public FilledForm row(String name, String about) {
    return refused.equals(name) && sent.value("name").equals(about)
        ? of(name)
        : forms.blank(version);
  }

  /** Whether that one was refused. */
  public boolean was(String name) {
    return refused.equals(name);
  }
}
