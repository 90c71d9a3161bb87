declare const brand: unique symbol;
/** A string that only its own factory or a parser may make; costs nothing at run time. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** 128 random bits, base64url (22 characters). One per document. */
export type DocumentId = Brand<string, 'DocumentId'>;
/** 128 random bits, base64url. One per family: the id that its documents share. */
export type CaseId = Brand<string, 'CaseId'>;
/** 128 random bits, base64url. A person, over all their devices. */
export type MemberId = Brand<string, 'MemberId'>;
/** Ed25519 public key of a device, base64url (43 characters). */
export type DeviceId = Brand<string, 'DeviceId'>;
/** SHA-256 of an envelope, base64url (43 characters). */
export type EnvelopeHash = Brand<string, 'EnvelopeHash'>;
/** `kind`, or `kind.author.random`: the kind and the author are readable from the id and can never change. */
export type EntityId = Brand<string, 'EntityId'>;
/** `${EnvelopeHash}/${index}`: one operation, by its envelope and its place in it. */
export type OperationId = Brand<string, 'OperationId'>;
