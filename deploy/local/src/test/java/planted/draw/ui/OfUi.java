package planted.draw.ui;

import planted.draw.view.OfView;

/** Breaks: an adapter that imports another. */
public class OfUi {
  public OfView other;
}
