package planted.draw.kafka;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;

/** Breaks: a listener that gives the command itself. */
public class Commanding {
  public Object hear(CommandHandler<String, String, String> handler, CommandContext context) {
    return handler.handle("stream", "command", context);
  }
}
