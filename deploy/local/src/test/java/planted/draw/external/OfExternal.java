package planted.draw.external;

import planted.draw.view.OfView;

/** Breaks: an adapter that imports another. */
public class OfExternal {
  public OfView other;
}
