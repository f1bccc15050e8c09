import { TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';

/** One field for whatever stands in a log or is known by heart; `/` leads to it. */
export function SearchBox() {
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  useHotkeys([['/', () => field.current?.focus()]]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) void navigate({ to: '/search', search: { q: text.trim() } });
  };
  return (
    <form onSubmit={submit} role="search" className="grow search">
      <TextInput
        ref={field}
        aria-label="Search"
        placeholder="Name, e-mail, or any id   /"
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
    </form>
  );
}
