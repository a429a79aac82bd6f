package cn.doublerandom.publication.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 登录记录: what happened at the door of a gateway. Its members are those it was told with, so that the
 * hash the next entry of its book names is that of its canonical text.
 *
 * @param account who; empty where nobody we know
 * @param at to the second, UTC, by the clock of the gateway
 * @param book the file of the gateway it stood in, 16 hex digits
 * @param bureau it is of; empty where that is not known
 * @param code of the refusal; empty where none
 * @param gateway number of the gateway
 * @param number in its book, from 1 without gaps
 * @param previous hash of the entry before, 64 hex digits
 * @param principal whom he acts for from then on (代理); absent where he acts for himself
 * @param role he acts in from then on; empty for all
 * @param source network it came from; empty where many are counted together
 * @param times how often within a minute
 */
public record SignIn(
    String account,
    Instant at,
    String book,
    String bureau,
    String code,
    int gateway,
    long number,
    String previous,
    @Nullable String principal,
    String role,
    String source,
    long times,
    What what) {
  /** What happens at a door. */
  public enum What {
    SIGNED_IN,
    SIGNED_OUT,
    SWITCHED,
    REFUSED
  }

  /** Its stream's, one for each entry. */
  public String id() {
    return "%s-%09d".formatted(book, number);
  }
}
