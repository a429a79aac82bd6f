package cn.doublerandom.contracts;

/**
 * An expert who is a person was made unreadable for ever (个人信息删除): nothing told of the number
 * before, or after, holds any more.
 *
 * @param expertId the register's own number
 */
public record ExpertErased(String expertId) implements IntegrationEvent {}
