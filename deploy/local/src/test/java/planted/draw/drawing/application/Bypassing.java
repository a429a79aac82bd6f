package planted.draw.drawing.application;

import planted.draw.plan.application.Reaching;

/** Breaks: a wing that walks into the other where no way is. */
public class Bypassing {
  public Reaching other;
}
