package cn.doublerandom.publication.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.webhook.SealedSecret;
import cn.doublerandom.publication.webhook.Webhook;
import cn.doublerandom.publication.webhook.WebhookCommand;
import cn.doublerandom.publication.webhook.WebhookEvent;
import cn.doublerandom.publication.webhook.WebhookSecret;
import cn.doublerandom.publication.webhook.WebhookTerms;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.Matters;
import cn.doublerandom.servicekit.waiting.Person;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** 推送订阅: asked for by one, agreed to by another, then told until it is ended (ADR 80). */
@ApplicationScoped
public class WebhookWork {
  /** As many as a bureau has that are not ended. */
  public static final int MOST = 50;

  /** As many as it ever asked for, those that came to nothing and those that ended with them. */
  private static final int MOST_EVER = 1_000;

  private static final List<String> AGREE = List.of(Roles.COORDINATOR);

  private static final int ID_DIGITS = 16;

  private final CommandHandler<WebhookCommand, WebhookEvent, Webhook> webhooks;
  private final WebhookShelf shelf;
  private final WebhookSecrets secrets;
  private final WebhookHosts hosts;
  private final Asking asking;

  @Inject
  WebhookWork(
      CommandHandler<WebhookCommand, WebhookEvent, Webhook> webhooks,
      WebhookShelf shelf,
      WebhookSecrets secrets,
      WebhookHosts hosts,
      Asking asking) {
    this.webhooks = webhooks;
    this.shelf = shelf;
    this.secrets = secrets;
    this.hosts = hosts;
    this.asking = asking;
  }

  /** A subscription with the version it has. */
  public record Found(String id, Webhook webhook, long version) {}

  /** A secret that is told once, with the version since which it signs. */
  public record Issued(String id, WebhookSecret secret, long version) {}

  /** The id of the subscription of an address: there is one for each. */
  public static String id(String address) {
    return Sha256.hex(address.getBytes(UTF_8)).substring(0, ID_DIGITS);
  }

  /** Its stream. */
  public static String stream(String id) {
    return PublicationStreams.WEBHOOK.of(id);
  }

  /** Those of the own bureau, by id; nothing vanishes from it. */
  public Uni<List<Found>> all() {
    return asking
        .scopeOrSeed()
        .flatMap(shelf::known)
        .flatMap(ids ->
            Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(this::load)
                .filter(found -> !(found.webhook() instanceof Webhook.Unasked))
                .collect()
                .asList());
  }

  /** One of the own bureau. */
  public Uni<Found> of(String id) {
    return load(id)
        .invoke(found -> {
          if (found.webhook() instanceof Webhook.Unasked) {
            throw new ProblemException(PublicationRejection.WEBHOOK_UNKNOWN);
          }
        });
  }

  private Uni<Found> load(String id) {
    return webhooks.load(stream(id)).map(loaded -> new Found(id, loaded.state(), loaded.version()));
  }

  /** The last messages of one, the newest first. */
  public Uni<List<WebhookShelf.Line>> messages(
      String id, Optional<WebhookShelf.State> state, int limit) {
    return of(id)
        .flatMap(found -> asking.scopeOrSeed())
        .flatMap(scope -> shelf.last(scope, id, state, limit));
  }

  /** One person asks; the address is looked up before, on a thread that may block. */
  public Uni<Handled<WebhookEvent, Webhook>> ask(WebhookTerms terms, CommandContext context) {
    String id = id(terms.address());
    return Uni.createFrom()
        .item(() -> hosts.checked(terms.address()))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .flatMap(checked -> asking.scopeOrSeed())
        .flatMap(scope -> meet(scope, id))
        .flatMap(met -> handle(id, new WebhookCommand.AskWebhook(terms, context.actor()), context));
  }

  private Uni<Void> meet(Scope scope, String id) {
    return shelf
        .known(scope)
        .flatMap(known ->
            all()
                .flatMap(all -> {
                  long standing =
                      all.stream().filter(one -> stands(one) && !one.id().equals(id)).count();
                  if (standing >= MOST || (known.size() >= MOST_EVER && !known.contains(id))) {
                    throw new ProblemException(PublicationRejection.WEBHOOKS_FULL);
                  }
                  return shelf.meet(scope, id);
                }));
  }

  private static boolean stands(Found found) {
    return !(found.webhook() instanceof Webhook.Ended
        || found.webhook() instanceof Webhook.Declined);
  }

  /** 待办: what another asked for and this one may agree to. */
  Uni<Matters> waiting(Person person) {
    return person.isOneOf(AGREE)
        ? all()
            .map(all ->
                Matters.all(all.stream().flatMap(one -> matter(one, person).stream()).toList()))
        : Uni.createFrom().item(Matters.NONE);
  }

  private static Optional<Matter> matter(Found found, Person person) {
    return found.webhook() instanceof Webhook.Asked(var terms, var by)
            && !SecondPerson.isSame(by, person.account())
        ? Optional.of(
            new Matter(
                "webhook",
                "决定“%s”的推送订阅申请".formatted(terms.authority()),
                "Decide whether “%s” is told by webhook".formatted(terms.authority()),
                null,
                null,
                MatterPlaces.WEBHOOK.of(found.id())))
        : Optional.empty();
  }

  /** Another person does not agree, or who asked takes it back. */
  public Uni<Handled<WebhookEvent, Webhook>> decline(
      String id, String reason, CommandContext context) {
    return handle(id, new WebhookCommand.DeclineWebhook(reason, context.actor()), context);
  }

  /** Another person agrees; the secret is told to him once. */
  public Uni<Issued> agree(String id, CommandContext context) {
    return issued(id, sealed -> new WebhookCommand.AgreeWebhook(sealed, context.actor()), context);
  }

  /**
   * Another secret from now on.
   *
   * @param hours for which the one before signs beside it
   */
  public Uni<Issued> rotate(String id, int hours, CommandContext context) {
    return issued(
        id,
        sealed ->
            new WebhookCommand.RotateSecret(sealed, hours, context.recordedAt(), context.actor()),
        context);
  }

  private Uni<Issued> issued(
      String id, Function<SealedSecret, WebhookCommand> command, CommandContext context) {
    WebhookSecret secret = secrets.next();
    return asking
        .scopeOrSeed()
        .flatMap(scope -> handle(id, command.apply(secrets.sealed(scope, id, secret)), context))
        .map(Refusals::require)
        .map(done -> {
          // Asked for twice with one key: the secret that signs was told the first time.
          if (done.state()
              .signs()
              .filter(signs -> signs.now().fingerprint().equals(secret.fingerprint()))
              .isEmpty()) {
            throw new ProblemException(PublicationRejection.WEBHOOK_SECRET_TOLD);
          }
          return new Issued(id, secret, done.version());
        });
  }

  /** Nothing is sent for a while. */
  public Uni<Handled<WebhookEvent, Webhook>> pause(
      String id, String reason, CommandContext context) {
    return handle(id, new WebhookCommand.PauseWebhook(reason, context.actor()), context);
  }

  /** What was kept meanwhile is sent, and what comes. */
  public Uni<Handled<WebhookEvent, Webhook>> resume(String id, CommandContext context) {
    return handle(id, new WebhookCommand.ResumeWebhook(context.actor()), context);
  }

  /** Nothing is sent any more. */
  public Uni<Handled<WebhookEvent, Webhook>> end(String id, String reason, CommandContext context) {
    return handle(id, new WebhookCommand.EndWebhook(reason, context.actor()), context);
  }

  /** Dead letters are sent again: one, or where none is named all since a day. */
  public Uni<Handled<WebhookEvent, Webhook>> sendAgain(
      String id, @Nullable String messageId, @Nullable LocalDate since, CommandContext context) {
    return asking
        .scopeOrSeed()
        .flatMap(scope ->
            known(scope, id, messageId)
                .flatMap(known ->
                    handle(
                        id,
                        new WebhookCommand.SendAgain(messageId, since, context.actor()),
                        context))
                .map(Refusals::require)
                .flatMap(done -> shelf.again(scope, id, messageId, since).map(again -> done)));
  }

  private Uni<Void> known(Scope scope, String id, @Nullable String messageId) {
    return messageId == null
        ? Uni.createFrom().voidItem()
        : shelf
            .state(scope, id, messageId)
            .invoke(state -> {
              if (!state.equals(Optional.of(WebhookShelf.State.DEAD))) {
                throw new ProblemException(PublicationRejection.WEBHOOK_MESSAGE_UNKNOWN);
              }
            })
            .replaceWithVoid();
  }

  private Uni<Handled<WebhookEvent, Webhook>> handle(
      String id, WebhookCommand command, CommandContext context) {
    return webhooks.handle(stream(id), command, context);
  }
}
