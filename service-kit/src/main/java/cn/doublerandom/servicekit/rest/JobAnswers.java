package cn.doublerandom.servicekit.rest;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.servicekit.job.Job;
import cn.doublerandom.servicekit.job.Jobs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Answers at once what is done within two seconds, and with 202 and a job what is not. A program
 * that would rather not wait says {@code Prefer: respond-async} (RFC 7240 §4.1), and one that waits
 * longer {@code Prefer: wait=60} (§4.3).
 */
@RequestScoped
public class JobAnswers {
  /** Where a service answers for its jobs. */
  public static final String PATH = "/api/v1/jobs";

  private static final String PREFER = "Prefer";
  private static final Pattern ASYNC = Pattern.compile("(?i)(^|[,;\\s])respond-async($|[,;\\s])");
  private static final Pattern WAIT =
      Pattern.compile("(?i)(?:^|[,;\\s])wait\\s*=\\s*\"?([0-9]{1,4})\"?(?:$|[,;\\s])");

  /** However long a client would wait. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Jobs jobs;
  private final Requests requests;
  private final HttpHeaders headers;
  private final UriInfo uri;
  private final Duration patience;

  @Inject
  JobAnswers(
      Jobs jobs,
      Requests requests,
      HttpHeaders headers,
      UriInfo uri,
      @ConfigProperty(name = "suite.jobs.patience") Duration patience) {
    this.jobs = jobs;
    this.requests = requests;
    this.headers = headers;
    this.uri = uri;
    this.patience = patience;
  }

  /**
   * The answer to something that stores nothing.
   *
   * @param about what it is about: a task, a draw
   * @param body the request's, by which it is known when it is sent again
   */
  public <T> Uni<RestResponse<T>> trial(
      String kind, String about, Object body, Function<Job, Uni<RestResponse<T>>> work) {
    return answer(new Job.Asked(kind, false, about, fingerprint(body)), work);
  }

  /**
   * The answer to something that stores what it decides, once. Sent again it is known by its key
   * alone: two who ask the same without one are not the same, and one of them is told so.
   */
  public <T> Uni<RestResponse<T>> decision(
      String kind, String about, Object body, Function<Job, Uni<RestResponse<T>>> work) {
    return answer(
        new Job.Asked(
            kind, true, about, key().isEmpty() ? UUID.randomUUID().toString() : fingerprint(body)),
        work);
  }

  private <T> Uni<RestResponse<T>> answer(
      Job.Asked asked, Function<Job, Uni<RestResponse<T>>> work) {
    String path = uri.getBaseUri().getPath().replaceFirst("/$", "") + PATH + "/";
    List<String> prefers = Optional.ofNullable(headers.getRequestHeader(PREFER)).orElse(List.of());
    return jobs.run(asked, requests.actor(), patience(prefers, patience), work)
        .map(outcome ->
            switch (outcome) {
              case Jobs.Outcome.Done<RestResponse<T>>(var answer) -> answer;
              case Jobs.Outcome.UnderWay<RestResponse<T>>(var job) -> accepted(job, path);
            });
  }

  /**
   * How long an answer waits before it is a job.
   *
   * @param prefers values of the header
   * @param usual where the client does not say
   */
  static Duration patience(List<String> prefers, Duration usual) {
    if (prefers.stream().anyMatch(value -> ASYNC.matcher(value).find())) {
      return Duration.ZERO;
    }
    return prefers.stream()
        .flatMap(value -> WAIT.matcher(value).results())
        .findFirst()
        .map(said -> Duration.ofSeconds(Long.parseLong(said.group(1))))
        .map(said -> said.compareTo(LONGEST) > 0 ? LONGEST : said)
        .orElse(usual);
  }

  /** An answer of its own status has a body of its own type. */
  @SuppressWarnings("unchecked")
  private static <T> RestResponse<T> accepted(Job.Seen job, String path) {
    RestResponse<?> accepted =
        RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, job)
            .header(HttpHeaders.LOCATION, path + job.jobId())
            .header(HttpHeaders.RETRY_AFTER, 1)
            .build();
    return (RestResponse<T>) accepted;
  }

  private String key() {
    return Optional.ofNullable(headers.getHeaderString("Idempotency-Key")).orElse("");
  }

  /** A secret in the body leaves no other trace. */
  private String fingerprint(Object body) {
    String said =
        key() + '\n' + CanonicalJson.text(EventCodec.mapper().convertValue(body, Object.class));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
