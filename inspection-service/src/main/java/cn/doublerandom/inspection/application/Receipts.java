package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.inspection.FollowUpRejection;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.followup.FollowUp;
import cn.doublerandom.inspection.followup.FollowUpCommand;
import cn.doublerandom.inspection.followup.FollowUpEvent;
import cn.doublerandom.inspection.followup.FollowUps;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;

/** 回执: links by which a receiver says once, without an account, that he has something. */
@ApplicationScoped
public class Receipts {
  private final FollowUpWork work;
  private final CommandHandler<FollowUpCommand, FollowUpEvent, FollowUps> followUps;
  private final KeptStates<FollowUps> kept;
  private final ReceiptSecrets secrets;

  @Inject
  Receipts(
      FollowUpWork work,
      CommandHandler<FollowUpCommand, FollowUpEvent, FollowUps> followUps,
      KeptStates<FollowUps> kept,
      ReceiptSecrets secrets) {
    this.work = work;
    this.followUps = followUps;
    this.kept = kept;
    this.secrets = secrets;
  }

  /** A link by which a receiver says once that he has received something. */
  public record ReceiptLink(String visitId, int number, String secret) {}

  /** What a receiver reads before he says so. */
  public record Received(String document, String receiver, LocalDate openedOn, boolean open) {}

  /** A new link for the receiver; its secret is told once and kept nowhere. */
  public Uni<ReceiptLink> link(
      String visitId, int number, Officer by, Supplier<CommandContext> asked) {
    String secret = secrets.next();
    return work.with(
            visitId,
            asked,
            (visit, today) -> new FollowUpCommand.IssueLink(visit, number, hash(secret), by))
        .map(Refusals::require)
        .map(done -> {
          // Asked for twice with one key: the link that counts was told the first time.
          if (!hash(secret).equals(done.state().links().get(number))) {
            throw new ProblemException(FollowUpRejection.RECEIPT_LINK_UNKNOWN);
          }
          return new ReceiptLink(visitId, number, secret);
        });
  }

  /** What a receiver reads by his link. */
  public Uni<Received> received(ReceiptLink link) {
    return kept.of(FollowUpWork.stream(link.visitId()))
        .map(loaded -> {
          FollowUps known = loaded.state();
          if (!hash(link.secret()).equals(known.links().get(link.number()))) {
            throw new ProblemException(FollowUpRejection.RECEIPT_LINK_UNKNOWN);
          }
          FollowUp one =
              known
                  .one(link.number())
                  .orElseThrow(() -> new ProblemException(FollowUpRejection.RECEIPT_LINK_UNKNOWN));
          return new Received(
              one.document(), String.valueOf(one.receiver()), one.openedOn(), one.open());
        });
  }

  /** The receiver says by his link that he has it; the link is used up. */
  public Uni<Handled<FollowUpEvent, FollowUps>> acknowledge(
      ReceiptLink link, String receivedAs, String reference, CommandContext context) {
    return followUps.handle(
        FollowUpWork.stream(link.visitId()),
        new FollowUpCommand.AcknowledgeByLink(
            link.number(),
            hash(link.secret()),
            receivedAs,
            reference,
            BusinessClock.day(context.at())),
        context);
  }

  /**
   * What a receiver says on its topic.
   *
   * @param proof see {@link ReceiptProof}
   */
  public record Told(
      String visitId, int number, String receivedAs, String reference, String proof) {
    private static final int MOST = 100;

    public Told {
      requireText("receivedAs", receivedAs);
      requireText("reference", reference);
      Objects.requireNonNull(proof, "proof");
    }

    private static void requireText(String name, String text) {
      if (Objects.requireNonNull(text, name).isBlank() || text.length() > MOST) {
        throw new IllegalArgumentException(
            "%s must have 1 to %d characters, got %d".formatted(name, MOST, text.length()));
      }
    }
  }

  /**
   * The receiver says so on its topic, in the store it was heard in; the link is used up. What was
   * said before in the same words changes nothing.
   *
   * @throws IllegalStateException where it does not prove that it has the code of a link that
   *     counts: its record is set aside
   */
  public Uni<Void> hear(Told told, CommandContext context, EventStore heardIn) {
    var heard = followUps.over(heardIn);
    String stream = FollowUpWork.stream(told.visitId());
    return heard
        .load(stream)
        .flatMap(loaded -> {
          FollowUps known = loaded.state();
          if (isKnown(told, known)) {
            return Uni.createFrom().voidItem();
          }
          String codeHash = known.links().get(told.number());
          if (codeHash == null || !ReceiptProof.holds(codeHash, told)) {
            throw new IllegalStateException(
                "refused: " + FollowUpRejection.RECEIPT_LINK_UNKNOWN.code());
          }
          return heard
              .handle(
                  stream,
                  new FollowUpCommand.AcknowledgeByLink(
                      told.number(),
                      codeHash,
                      told.receivedAs(),
                      told.reference(),
                      BusinessClock.day(context.at())),
                  context)
              .invoke(handled -> {
                if (!(handled instanceof Handled.Done<FollowUpEvent, FollowUps>)) {
                  throw new IllegalStateException("refused: " + handled);
                }
              })
              .replaceWithVoid();
        });
  }

  private static boolean isKnown(Told told, FollowUps known) {
    return known
        .one(told.number())
        .map(FollowUp::receipt)
        .filter(receipt -> receipt.receivedAs().equals(told.receivedAs()))
        .filter(receipt -> receipt.reference().equals(told.reference()))
        .isPresent();
  }

  private static String hash(String secret) {
    return Sha256.hex(secret.getBytes(StandardCharsets.UTF_8));
  }
}
