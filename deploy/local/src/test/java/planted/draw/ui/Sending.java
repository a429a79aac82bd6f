package planted.draw.ui;

import planted.draw.rest.Taking;

/** Keeps to the rule: the body of a request, and nothing else of rest. */
public class Sending {
  public Taking.Wanted filled;
}
