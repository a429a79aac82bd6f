package cn.doublerandom.inspection.hearing;

import cn.doublerandom.eventstore.decider.Rejection;

/**
 * How a kind of hearing says no.
 *
 * @param unknown nobody began it
 * @param nothing there is nothing to be put to anybody
 * @param open it is begun
 * @param over it is over
 * @param answered the unit was heard
 * @param unheard a unit was not heard, and its day is not over
 * @param words they are missing
 * @param ownUnit nobody begins or concludes what is put to his own unit
 * @param anotherUnit nothing was put to the unit
 * @param secondPerson nobody concludes what he began
 */
public record HearingRefusals(
    Rejection unknown,
    Rejection nothing,
    Rejection open,
    Rejection over,
    Rejection answered,
    Rejection unheard,
    Rejection words,
    Rejection ownUnit,
    Rejection anotherUnit,
    Rejection secondPerson) {}
