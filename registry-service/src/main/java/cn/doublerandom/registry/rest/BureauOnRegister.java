package cn.doublerandom.registry.rest;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.registry.bureau.BureauDetails;
import cn.doublerandom.registry.bureau.RegisteredBureau;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A bureau as the register has it.
 *
 * @param bureau its key
 * @param entry absent where none was ever approved
 * @param closed why it is served no more; absent where it is
 * @param waiting what waits for a second person; absent where nothing does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BureauOnRegister(
    String bureau,
    BureauStanding standing,
    @Nullable BureauDetails entry,
    @Nullable String closed,
    @Nullable WaitingBureau waiting) {
  static BureauOnRegister of(BureauKey key, RegisteredBureau bureau) {
    return new BureauOnRegister(
        key.text(),
        switch (bureau) {
          case RegisteredBureau.Unregistered unregistered -> BureauStanding.UNREGISTERED;
          case RegisteredBureau.Open open -> BureauStanding.OPEN;
          case RegisteredBureau.Closed closed -> BureauStanding.CLOSED;
        },
        bureau.entry().orElse(null),
        bureau instanceof RegisteredBureau.Closed closed ? closed.reason() : null,
        bureau.asked().map(WaitingBureau::of).orElse(null));
  }

  /**
   * What waits for a second person, one of both.
   *
   * @param entry that the register is to have
   * @param closing why it is to be closed
   * @param by who asked
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record WaitingBureau(@Nullable BureauDetails entry, @Nullable String closing, String by) {
    static WaitingBureau of(RegisteredBureau.Asked asked) {
      return switch (asked) {
        case RegisteredBureau.Asked.Entry(var details, var by) ->
            new WaitingBureau(details, null, by);
        case RegisteredBureau.Asked.Closing(var reason, var by) ->
            new WaitingBureau(null, reason, by);
      };
    }
  }
}
