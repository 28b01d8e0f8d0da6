-- By hand: a value of an enum cannot be used in the transaction that adds it.
alter type public.contact_kind add value 'social' after 'web';
alter type public.contact_kind add value 'postal' after 'social';
