package planted.draw.plan;

import java.time.Instant;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import planted.draw.drawing.Loop;

/** Breaks: domain imports, clock and dice, messaging, banned suffix, cycle. */
public class GuessingManager {
  public Instant when = Instant.now();
  public Random dice = new Random();
  public TopicPartition partition = new TopicPartition("t", 0);
  public Loop loop = new Loop();
}
