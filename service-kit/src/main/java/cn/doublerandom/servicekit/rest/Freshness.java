package cn.doublerandom.servicekit.rest;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * How fresh an answer is: {@code X-As-Of-Seq} names the ledger entry up to which it shows
 * everything, and {@code ?minSeq=} waits a moment until it shows at least that.
 */
@ApplicationScoped
public class Freshness {
  public static final String HEADER = "X-As-Of-Seq";

  private static final String PARAMETER = "minSeq";
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Duration STEP = Duration.ofMillis(25);

  /** Requests that wait at once; they hold a connection each, and no thread. */
  static final int MOST_WAITING = 64;

  private final Vitals vitals;
  private final AtomicInteger waiting = new AtomicInteger();

  @Inject
  Freshness(Vitals vitals) {
    this.vitals = vitals;
  }

  @ServerRequestFilter
  public Uni<Response> await(ContainerRequestContext request) {
    if (!request.getMethod().equals("GET")) {
      return Uni.createFrom().nullItem();
    }
    long wanted = wanted(request.getUriInfo().getQueryParameters().get(PARAMETER));
    return seen(wanted)
        .invoke(seq -> request.setProperty(HEADER, seq))
        .replaceWith((Response) null);
  }

  private static long wanted(@Nullable List<String> given) {
    if (given == null || given.isEmpty()) {
      return 0;
    }
    if (!given.getFirst().matches("[0-9]{1,18}")) {
      throw new ProblemException(EdgeRejection.MIN_SEQ_INVALID);
    }
    return Long.parseLong(given.getFirst());
  }

  /** Waits where it must, if there is room among those who wait. */
  Uni<Long> seen(long wanted) {
    long seq = vitals.asOfSeq();
    if (seq >= wanted) {
      return Uni.createFrom().item(seq);
    } else if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      return notYet(seq);
    }
    return visible(wanted, LONGEST_WAIT.dividedBy(STEP))
        .onTermination()
        .invoke(waiting::decrementAndGet);
  }

  private static Uni<Long> notYet(long seq) {
    return Uni.createFrom()
        .failure(
            new ProblemException(EdgeRejection.NOT_YET_VISIBLE, List.of(), Map.of("asOfSeq", seq)));
  }

  private Uni<Long> visible(long wanted, long attempts) {
    long seq = vitals.asOfSeq();
    if (seq >= wanted) {
      return Uni.createFrom().item(seq);
    } else if (attempts == 0) {
      return notYet(seq);
    }
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(STEP)
        .flatMap(waited -> visible(wanted, attempts - 1));
  }

  @ServerResponseFilter
  public void tell(ContainerRequestContext request, ContainerResponseContext response) {
    Object seq = request.getProperty(HEADER);
    if (seq != null) {
      response.getHeaders().putSingle(HEADER, seq.toString());
    }
  }
}
