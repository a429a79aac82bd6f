package cn.doublerandom.registry.bureau;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.BUREAU_IS_HOME;
import static cn.doublerandom.registry.RegistryRejection.BUREAU_NEEDS_SECOND_PERSON;
import static cn.doublerandom.registry.RegistryRejection.BUREAU_NOT_REQUESTED;
import static cn.doublerandom.registry.RegistryRejection.BUREAU_UNKNOWN;
import static cn.doublerandom.registry.RegistryRejection.BUREAU_WAITS;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.registry.bureau.BureauCommand.ApproveBureau;
import cn.doublerandom.registry.bureau.BureauCommand.EndBureauRequest;
import cn.doublerandom.registry.bureau.BureauCommand.InstallBureau;
import cn.doublerandom.registry.bureau.BureauCommand.RequestBureau;
import cn.doublerandom.registry.bureau.BureauCommand.RequestBureauClosing;
import cn.doublerandom.registry.bureau.BureauEvent.BureauChanged;
import cn.doublerandom.registry.bureau.BureauEvent.BureauClosed;
import cn.doublerandom.registry.bureau.BureauEvent.BureauClosingRequested;
import cn.doublerandom.registry.bureau.BureauEvent.BureauRegistered;
import cn.doublerandom.registry.bureau.BureauEvent.BureauRequestEnded;
import cn.doublerandom.registry.bureau.BureauEvent.BureauRequested;
import cn.doublerandom.registry.bureau.RegisteredBureau.Asked;
import cn.doublerandom.registry.bureau.RegisteredBureau.Closed;
import cn.doublerandom.registry.bureau.RegisteredBureau.Open;
import cn.doublerandom.registry.bureau.RegisteredBureau.Unregistered;
import java.util.Optional;

/** Which bureaus there are is said by two people of the platform, never by one. */
public final class BureauDecider implements Decider<BureauCommand, BureauEvent, RegisteredBureau> {
  @Override
  public RegisteredBureau initial() {
    return new Unregistered(Optional.empty());
  }

  @Override
  public Decision<BureauEvent> decide(BureauCommand command, RegisteredBureau bureau) {
    return switch (command) {
      case InstallBureau(var details) ->
          bureau instanceof Unregistered
              ? accept(new BureauRegistered(details, null, null))
              : accept();
      case RequestBureau request -> request(request, bureau);
      case RequestBureauClosing closing -> close(closing, bureau);
      case ApproveBureau(var by) ->
          bureau
              .asked()
              .map(asked -> approve(by, asked, bureau))
              .orElseGet(() -> reject(BUREAU_NOT_REQUESTED));
      case EndBureauRequest(var by, var reason) -> end(by, reason, bureau);
    };
  }

  private static Decision<BureauEvent> end(String by, String reason, RegisteredBureau bureau) {
    if (bureau.asked().isEmpty()) {
      return reject(BUREAU_NOT_REQUESTED);
    }
    return ReasonText.isInWords(reason)
        ? accept(new BureauRequestEnded(by, reason))
        : reject(REASON_MISSING, "field", "reason");
  }

  /** Nobody replaces what another reads, nor his own request: he takes it back and asks anew. */
  private static Decision<BureauEvent> request(RequestBureau request, RegisteredBureau bureau) {
    BureauDetails details = request.details();
    if (bureau.asked().isPresent()) {
      return bureau.asked().get() instanceof Asked.Entry waits && waits.details().equals(details)
          ? accept()
          : reject(BUREAU_WAITS);
    }
    return bureau instanceof Open open && open.details().equals(details)
        ? accept()
        : accept(new BureauRequested(details, request.by()));
  }

  private static Decision<BureauEvent> close(
      RequestBureauClosing closing, RegisteredBureau bureau) {
    return switch (bureau) {
      case Unregistered unregistered -> reject(BUREAU_UNKNOWN);
      case Closed closed -> closed.asked().isEmpty() ? accept() : reject(BUREAU_WAITS);
      case Open open when open.details().key().equals(BureauKey.SEED.text()) ->
          reject(BUREAU_IS_HOME);
      case Open open when !ReasonText.isInWords(closing.reason()) ->
          reject(REASON_MISSING, "field", "reason");
      case Open open when open.asked().isPresent() ->
          open.asked().get() instanceof Asked.Closing waits
                  && waits.reason().equals(closing.reason())
              ? accept()
              : reject(BUREAU_WAITS);
      case Open open -> accept(new BureauClosingRequested(closing.reason(), closing.by()));
    };
  }

  private static Decision<BureauEvent> approve(String by, Asked asked, RegisteredBureau bureau) {
    if (SecondPerson.isSame(by, asked.by())) {
      return reject(BUREAU_NEEDS_SECOND_PERSON);
    }
    return switch (asked) {
      case Asked.Closing(var reason, var asker) -> accept(new BureauClosed(reason, asker, by));
      case Asked.Entry(var details, var asker) ->
          bureau instanceof Open
              ? accept(new BureauChanged(details, asker, by))
              : accept(new BureauRegistered(details, asker, by));
    };
  }

  @Override
  public RegisteredBureau evolve(RegisteredBureau bureau, BureauEvent event) {
    return switch (event) {
      case BureauRegistered registered -> new Open(registered.details(), Optional.empty());
      case BureauChanged changed -> new Open(changed.details(), Optional.empty());
      case BureauClosed closed ->
          new Closed(bureau.entry().orElseThrow(), closed.reason(), Optional.empty());
      case BureauRequested(var details, var by) ->
          bureau.waiting(Optional.of(new Asked.Entry(details, by)));
      case BureauClosingRequested(var reason, var by) ->
          bureau.waiting(Optional.of(new Asked.Closing(reason, by)));
      case BureauRequestEnded ended -> bureau.waiting(Optional.empty());
    };
  }
}
