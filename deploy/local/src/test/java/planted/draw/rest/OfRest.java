package planted.draw.rest;

import planted.draw.view.OfView;

/** Breaks: an adapter that imports another. */
public class OfRest {
  public OfView other;
}
