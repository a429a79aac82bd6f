package planted.draw.kafka;

import planted.draw.rest.OfRest;

/** Breaks: an adapter that imports another. */
public class OfKafka {
  public OfRest other;
}
