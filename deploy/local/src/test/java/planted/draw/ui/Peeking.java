package planted.draw.ui;

import planted.draw.rest.Guessing;
import planted.draw.rest.Taking;

/** Breaks: records of rest that no request brings as its body. */
public class Peeking {
  public Guessing answer;
  public Taking.Place place;
}
