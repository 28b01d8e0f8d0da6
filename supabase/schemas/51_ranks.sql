-- A card's place in its column is one text key between its neighbours' keys, so that a move
-- writes one row. Fractional indexing after David Greenspan, "Implementing Fractional Indexing":
-- an integer part whose first letter says its length, then a fraction without trailing zeros.

create function private.rank_digit(p_value integer) returns text
language sql immutable set search_path = '' as $$
  select substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', p_value + 1, 1)
$$;
comment on function private.rank_digit(integer) is 'Digit of base 62 in byte order, 0 to 61.';

create function private.rank_value(p_digit text) returns integer
language sql immutable set search_path = '' as $$
  select position(p_digit in '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') - 1
$$;
comment on function private.rank_value(text) is 'Value of a base 62 digit.';

create function private.rank_integer(p_rank text) returns text
language plpgsql immutable set search_path = '' as $$
begin
  return left(p_rank, case
    when ascii(p_rank) >= ascii('a') then ascii(p_rank) - 95
    else 92 - ascii(p_rank)
  end);
end $$;
comment on function private.rank_integer(text) is
  'The integer part: heads a to z stand for 1 to 26 more digits, heads Z down to A the same below zero.';

create function private.rank_step(p_integer text, p_up boolean) returns text
language plpgsql immutable set search_path = '' as $$
declare
  head integer := ascii(p_integer);
  digits text := substr(p_integer, 2);
  i integer;
begin
  -- Like an odometer: roll digits over from the right until one takes the step.
  for i in reverse length(digits)..1 loop
    if p_up and substr(digits, i, 1) <> 'z' then
      return chr(head) || left(digits, i - 1)
        || private.rank_digit(private.rank_value(substr(digits, i, 1)) + 1)
        || repeat('0', length(digits) - i);
    end if;
    if not p_up and substr(digits, i, 1) <> '0' then
      return chr(head) || left(digits, i - 1)
        || private.rank_digit(private.rank_value(substr(digits, i, 1)) - 1)
        || repeat('z', length(digits) - i);
    end if;
  end loop;
  if p_up then
    if head = ascii('Z') then return 'a0'; end if;
    if head = ascii('z') then return null; end if;
    return chr(head + 1) || repeat('0', length(digits) + case when head >= ascii('a') then 1 else -1 end);
  end if;
  if head = ascii('a') then return 'Zz'; end if;
  if head = ascii('A') then return null; end if;
  return chr(head - 1) || repeat('z', length(digits) + case when head > ascii('a') then -1 else 1 end);
end $$;
comment on function private.rank_step(text, boolean) is
  'The next integer part up or down; null past the end of 62^26 keys.';

create function private.rank_fraction_between(p_low text, p_high text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  low text := p_low;
  high text := p_high;
  done text := '';
  shared integer;
  low_digit integer;
  high_digit integer;
begin
  loop
    shared := 0;
    while high is not null and shared < length(high)
      and coalesce(nullif(substr(low, shared + 1, 1), ''), '0') = substr(high, shared + 1, 1)
    loop
      shared := shared + 1;
    end loop;
    if shared > 0 then
      done := done || left(high, shared);
      low := substr(low, shared + 1);
      high := substr(high, shared + 1);
    end if;
    low_digit := case when low = '' then 0 else private.rank_value(left(low, 1)) end;
    high_digit := case when high is null then 62 else private.rank_value(left(high, 1)) end;
    if high_digit - low_digit > 1 then
      return done || private.rank_digit((low_digit + high_digit) / 2);
    end if;
    if high is not null and length(high) > 1 then
      return done || left(high, 1);
    end if;
    -- Neighbouring digits leave no room here: keep the low one and look further, without a ceiling.
    done := done || private.rank_digit(low_digit);
    low := substr(low, 2);
    high := null;
  end loop;
end $$;
comment on function private.rank_fraction_between(text, text) is
  'A short fraction strictly between two; the low one may be empty (zero), the high one null (one).';

create function private.rank_between(p_low text, p_high text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  low_integer text := private.rank_integer(p_low);
  high_integer text := private.rank_integer(p_high);
  stepped text;
begin
  if p_low is null and p_high is null then
    return 'a0';
  end if;
  if p_low is null then
    if high_integer = 'A' || repeat('0', 26) then
      return high_integer || private.rank_fraction_between('', substr(p_high, length(high_integer) + 1));
    end if;
    if length(p_high) > length(high_integer) then
      return high_integer;
    end if;
    -- The first integer of all is no key: only fractions stand on it.
    stepped := nullif(private.rank_step(high_integer, false), 'A' || repeat('0', 26));
    return coalesce(stepped, 'A' || repeat('0', 26) || private.rank_fraction_between('', null));
  end if;
  if p_high is null then
    stepped := private.rank_step(low_integer, true);
    return coalesce(stepped, low_integer || private.rank_fraction_between(substr(p_low, length(low_integer) + 1), null));
  end if;
  if p_low collate "C" >= p_high collate "C" then
    raise exception 'rank_order' using detail = format('%s is not before %s', p_low, p_high);
  end if;
  if low_integer = high_integer then
    return low_integer || private.rank_fraction_between(
      substr(p_low, length(low_integer) + 1), substr(p_high, length(high_integer) + 1));
  end if;
  stepped := private.rank_step(low_integer, true);
  if stepped collate "C" < p_high collate "C" then
    return stepped;
  end if;
  return low_integer || private.rank_fraction_between(substr(p_low, length(low_integer) + 1), null);
end $$;
comment on function private.rank_between(text, text) is
  'A key strictly between two neighbours; null stands for the end of the column.';

create function private.is_rank(p_rank text) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return length(p_rank) <= 1000 and p_rank ~ '^[A-Za-z][0-9A-Za-z]+$'
    and length(private.rank_integer(p_rank))
      = case when ascii(p_rank) >= ascii('a') then ascii(p_rank) - 95 else 92 - ascii(p_rank) end
    -- A fraction that ends in zero leaves no room before it, and the very first key none at all.
    and (length(p_rank) = length(private.rank_integer(p_rank)) or right(p_rank, 1) <> '0')
    and p_rank <> 'A' || repeat('0', 26);
end $$;
comment on function private.is_rank(text) is
  'Whether a key is well formed, so that there is always room on both sides of it.';

grant execute on function private.is_rank(text), private.rank_digit(integer), private.rank_value(text),
  private.rank_integer(text), private.rank_step(text, boolean),
  private.rank_fraction_between(text, text), private.rank_between(text, text)
  to authenticated, service_role;
