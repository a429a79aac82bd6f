package planted.draw.ui;

import cn.doublerandom.eventstore.Beside;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.KeptStates;

/** Breaks: a page that asks the deciders and the store itself; what it was answered it may hold. */
public class Deciding {
  public CommandHandler<String, String, String> handler;
  public KeptStates<String> kept;
  public Beside<String> beside;
  public EventStore store;
  public CommandHandler.Loaded<String> answer;
}
