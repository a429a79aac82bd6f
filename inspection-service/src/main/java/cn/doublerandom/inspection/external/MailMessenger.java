package cn.doublerandom.inspection.external;

import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** By SMTP (RFC 5321), one receiver a mail, so that a wrong address keeps nothing from others. */
final class MailMessenger implements Messenger {
  private static final int WHOLE_SECONDS = 30;

  /** The mailbox is not there, is elsewhere, or has no such name (RFC 5321 §4.2.3). */
  private static final Set<Integer> NO_SUCH_RECEIVER = Set.of(550, 551, 553);

  private final MailClient client;
  private final String from;

  MailMessenger(MailClient client, String from) {
    this.client = client;
    this.from = from;
  }

  @Override
  public Outcome send(ReminderNote note, String receiver) throws InterruptedException {
    MailMessage mail =
        new MailMessage()
            .setFrom(from)
            .setTo(receiver)
            .setSubject(note.subject())
            .setText(note.text())
            // Nobody's holiday answers it (RFC 3834 §5).
            .setHeaders(MultiMap.caseInsensitiveMultiMap().add("Auto-Submitted", "auto-generated"));
    try {
      client
          .sendMail(mail)
          .toCompletionStage()
          .toCompletableFuture()
          .get(WHOLE_SECONDS, TimeUnit.SECONDS);
      return Outcome.DELIVERED;
    } catch (TimeoutException e) {
      return Outcome.AGAIN;
    } catch (ExecutionException e) {
      return e.getCause() instanceof SMTPException said
              && NO_SUCH_RECEIVER.contains(said.getReplyCode())
          ? Outcome.REFUSED
          : Outcome.AGAIN;
    }
  }
}
