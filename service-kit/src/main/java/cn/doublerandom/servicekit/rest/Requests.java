package cn.doublerandom.servicekit.rest;

import cn.doublerandom.bureau.people.Deputyship;
import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandKey;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.servicekit.identity.ForWhom;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.ProblemMappers;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.time.SystemTime;
import cn.doublerandom.servicekit.waiting.Person;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who asks, when, and under which conditions, read once per request. */
@RequestScoped
public class Requests {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

  /** As pages make keys of forms: nobody else comes upon one. */
  private static final Pattern PAGE_KEY =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  private static final Pattern ETAG = Pattern.compile("\"v(0|[1-9][0-9]{0,17})\"");
  private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final ObjectMapper JSON = EventCodec.mapper();

  private final SecurityIdentity identity;
  private final Clock clock;
  private final SystemTime recording;
  private final HttpHeaders headers;
  private final UriInfo uri;
  private final BodyLimits limits;
  private final CurrentVertxRequest sent;

  @Inject
  public Requests(
      SecurityIdentity identity,
      Clock clock,
      SystemTime recording,
      HttpHeaders headers,
      UriInfo uri,
      BodyLimits limits,
      CurrentVertxRequest sent) {
    this.identity = identity;
    this.clock = clock;
    this.recording = recording;
    this.headers = headers;
    this.uri = uri;
    this.limits = limits;
    this.sent = sent;
  }

  /** Whether that may be the key of a request. */
  public static boolean isKey(String given) {
    return KEY.matcher(given).matches();
  }

  /** Whether a page gave it to a form. */
  public static boolean isPageKey(String given) {
    return PAGE_KEY.matcher(given).matches();
  }

  /** Business time of this request. */
  public Instant now() {
    return clock.instant();
  }

  public Clock clock() {
    return clock;
  }

  /** The file that was sent, by itself or in a form; it lies on disk, however large it is. */
  public Path file(File body) throws IOException {
    if (body.length() > limits.most(sent.getCurrent().request())) {
      throw new ProblemException(EdgeRejection.REQUEST_TOO_LARGE);
    }
    SentFile.unwrap(body.toPath(), headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
    return body.toPath();
  }

  /** The same of a small file. */
  public byte[] file(byte[] body) throws IOException {
    return SentFile.unwrapped(body, headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
  }

  /**
   * The account that asks; of a deputy it names both, {@code li 代 wang} (ADR 56), and is made here
   * and nowhere else.
   */
  public String actor() {
    ForWhom.require(identity);
    String account = identity.getPrincipal().getName();
    return ForWhom.entry(identity)
        .map(entry -> account + SecondPerson.ACTS_FOR + entry.principal())
        .orElse(account);
  }

  /** Who signed in, whomever he acts for. */
  public String account() {
    return identity.getPrincipal().getName();
  }

  /**
   * The unit the account belongs to; empty where the token does not say. Who acts for another is in
   * that one's.
   */
  public String unit() {
    Optional<Deputyship> deputy = ForWhom.entry(identity);
    if (deputy.isPresent()) {
      return deputy.get().unit();
    }
    return identity.getPrincipal() instanceof JsonWebToken token
            && token.getClaim("unit") instanceof String unit
        ? unit
        : "";
  }

  /** Who asks, for what hangs on the person. */
  public Person person() {
    return new Person(actor(), unit(), identity.getRoles());
  }

  /** Whether who asks reads English rather than Chinese. */
  public boolean readsEnglish() {
    return ProblemMappers.readsEnglish(headers);
  }

  /**
   * The context of a command.
   *
   * @param request the body; a key remembers it with the method and the query of the request, so
   *     that the same key for another is noticed
   */
  public CommandContext context(Object request) {
    return new CommandContext(
        actor(),
        now(),
        recording.now(),
        correlationId(),
        "request-" + UUID.randomUUID(),
        key(request),
        expectedVersion());
  }

  /**
   * The context of a command that a form of a page gives: what a program says in headers stands in
   * fields of it.
   *
   * @param key as the page gave it to the form
   * @param version of what the form was filled from; empty where there is none
   */
  public CommandContext contextOfForm(Object request, String key, OptionalLong version) {
    return new CommandContext(
        actor(),
        now(),
        recording.now(),
        correlationId(),
        "request-" + UUID.randomUUID(),
        key(request, key),
        version);
  }

  /**
   * The same for what may go on after its request was answered: who asks stays, when is read anew
   * each time.
   */
  public Supplier<CommandContext> contexts(Object request) {
    CommandContext begun = context(request);
    return () -> begun.at(clock.instant(), recording.now());
  }

  /**
   * The context of a command of somebody without an account; repeating it is for the rules to
   * judge.
   *
   * @param actor as it is to stand in the log
   */
  public CommandContext contextOf(String actor) {
    return new CommandContext(
        actor,
        now(),
        recording.now(),
        correlationId(),
        "request-" + UUID.randomUUID(),
        Optional.empty(),
        OptionalLong.empty());
  }

  /**
   * The same of a form of a page, so that sent twice it is one command. Its address may hold a code
   * or a secret, which the key remembers as a hash alone.
   *
   * @param request the body
   * @param key as the page gave it to the form; what no page gave is none
   */
  public CommandContext contextOfForm(String actor, Object request, String key) {
    CommandContext once = contextOf(actor);
    return isPageKey(key)
        ? new CommandContext(
            once.actor(),
            once.at(),
            once.recordedAt(),
            once.correlationId(),
            once.causationId(),
            Optional.of(keyed(actor, request).hidden(key)),
            OptionalLong.empty())
        : once;
  }

  /** A real time by the business clock, {@link BusinessClock#shown}. */
  public Instant asShown(Instant real) {
    return BusinessClock.shown(real, recording.now(), clock.instant());
  }

  /** Real time; no setting can move it. */
  public Instant realTime() {
    return recording.now();
  }

  private String correlationId() {
    String given = headers.getHeaderString("X-Correlation-Id");
    return given != null && CORRELATION.matcher(given).matches()
        ? given
        : UUID.randomUUID().toString();
  }

  private Optional<CommandKey> key(Object request) {
    String given = headers.getHeaderString("Idempotency-Key");
    return given == null ? Optional.empty() : key(request, given);
  }

  private Optional<CommandKey> key(Object request, String given) {
    if (!isKey(given)) {
      throw new ProblemException(EdgeRejection.KEY_INVALID);
    }
    return Optional.of(keyed(actor(), request).under(given));
  }

  private KeyedRequest keyed(String actor, Object request) {
    return new KeyedRequest(
        actor,
        sent.getCurrent().request().method().name(),
        uri.getPath(),
        uri.getQueryParameters(),
        request instanceof String text
            ? text
            : CanonicalJson.text(JSON.convertValue(request, Object.class)));
  }

  private OptionalLong expectedVersion() {
    String given = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (given == null || given.equals("*")) {
      return OptionalLong.empty();
    }
    var matcher = ETAG.matcher(given);
    if (!matcher.matches()) {
      throw new ProblemException(EdgeRejection.ETAG_INVALID);
    }
    return OptionalLong.of(Long.parseLong(matcher.group(1)));
  }

  /** The ETag of a stream at a version. */
  public static String etag(long version) {
    return "\"v" + version + "\"";
  }
}
