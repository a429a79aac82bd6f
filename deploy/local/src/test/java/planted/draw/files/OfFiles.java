package planted.draw.files;

import planted.draw.rest.OfRest;

/** Breaks: an adapter that imports another. */
public class OfFiles {
  public OfRest other;
}
