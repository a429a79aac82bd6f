package planted.draw.view;

import planted.draw.kafka.OfKafka;

/** Breaks: an adapter that imports another. */
public class OfView {
  public OfKafka other;
}
