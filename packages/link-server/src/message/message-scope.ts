/**
 * Whose messages are meant. A customer sees those of their own call and no others: the link of a conversation may be in
 * somebody else's hands by now. An agent sees the whole conversation.
 */
export type MessageScope = { readonly callId: string } | { readonly conversationId: string };

/** The condition for a scope, with its one parameter at `$1`. */
export const inScope = (scope: MessageScope): readonly [condition: string, arg: string] =>
  'callId' in scope ? ['message.call_id = $1', scope.callId] : ['message.conversation_id = $1', scope.conversationId];
