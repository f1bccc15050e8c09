import { Center } from '@mantine/core';
import { useEffect, useState } from 'react';

/** A text as a QR code; nothing while what draws it is being loaded, or where it cannot be: the text stands beside it. */
export function QrCode({ text }: { readonly text: string }) {
  const [svg, setSvg] = useState<string>();
  useEffect(() => {
    const draw = async () => {
      const { renderSVG } = await import('uqr');
      setSvg(renderSVG(text, { border: 4 }));
    };
    draw().catch(() => setSvg(undefined));
  }, [text]);
  return (
    <Center mih={200}>
      {svg && (
        <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt="QR code of the key" width={200} height={200} />
      )}
    </Center>
  );
}
